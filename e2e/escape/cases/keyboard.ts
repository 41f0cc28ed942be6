import { pressKey } from '../terminal/screen.ts'
import type { EscapeCase } from './escape-case.ts'

const category = 'keyboard'
const field = '<input autofocus>'

/** Real keys, with the focus in a field of the page. */
function presses(...keys: readonly string[]): Pick<EscapeCase, 'page' | 'act'> {
  return {
    page: field,
    act: async terminal => {
      await terminal.click('input')
      for (const key of keys) await pressKey(key)
    },
  }
}

const opened: NonNullable<EscapeCase['fired']> = ({ windows, hasLostFocus, hasDevTools }) =>
  windows.length > 0 || hasLostFocus || hasDevTools
const ended: NonNullable<EscapeCase['fired']> = ({ isAlive, hasWindow }) => !isAlive || !hasWindow
const noDesk = 'nothing on this display answers it: that is looked at on a real machine'

export const keyboardCases: readonly EscapeCase[] = [
  {
    id: 'KEY-01',
    category,
    attack: 'developer tools',
    ...presses('ctrl+shift+i', 'F12', 'ctrl+shift+j', 'ctrl+shift+c'),
    fired: opened,
  },
  { id: 'KEY-03', category, attack: 'Alt+F4', ...presses('alt+F4'), fired: ended },
  { id: 'X-QUIT', category, attack: 'Ctrl+W, Ctrl+Q', ...presses('ctrl+w', 'ctrl+q'), fired: ended },
  {
    id: 'X-ZOOM',
    category,
    attack: 'zoom',
    ...presses('ctrl+plus', 'ctrl+shift+plus', 'ctrl+KP_Add'),
    observe: 'devicePixelRatio',
    fired: ({ observed }) => observed !== 1,
  },
  {
    id: 'X-WINDOWED',
    category,
    attack: 'F11',
    ...presses('F11'),
    fired: ({ isFullScreen }) => !isFullScreen,
  },
  {
    id: 'KEY-07',
    category,
    attack: 'Ctrl+O, Ctrl+S, Ctrl+P, Ctrl+U',
    ...presses('ctrl+o', 'ctrl+s', 'ctrl+p', 'ctrl+u'),
    fired: opened,
    inert: 'Electron’s own menu has none of them',
  },
  { id: 'KEY-15', category, attack: 'Print', ...presses('Print', 'alt+Print'), fired: opened, inert: noDesk },
  {
    id: 'KEY-17',
    category,
    attack: 'keys for mail, web, search, calculator',
    ...presses('XF86Mail', 'XF86WWW', 'XF86Search', 'XF86Calculator'),
    fired: ({ windows, handedOver }) => windows.length > 0 || handedOver.length > 0,
    inert: noDesk,
  },
]
