import type { Terminal } from '../terminal/terminal.ts'
import { pressKey } from '../terminal/screen.ts'
import type { EscapeCase } from './escape-case.ts'
import { script } from './page-script.ts'

const category = 'ui-dialog'

const opened: NonNullable<EscapeCase['fired']> = ({ windows, hasLostFocus }) => windows.length > 0 || hasLostFocus
const isTrue: NonNullable<EscapeCase['fired']> = ({ observed }) => observed === true
const inner = (body: string) => ({ inner: { body: `<!doctype html><body style="margin:0">${body}` } })
const frame = (id: string) => `<iframe src="https://good2.test/atk/${id}/inner" width="400" height="200"></iframe>`

const clickFrame = (terminal: Terminal) => terminal.clickInFrame('https://good2.test')

const pickers = ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'].map((name): EscapeCase => ({
  id: `X-${name.replaceAll(/^show|Picker$/g, '').toUpperCase()}`,
  category,
  attack: `${name}()`,
  gesture: `window.${name}?.().catch(() => 0)`,
  fired: opened,
}))

export const uiDialogCases: readonly EscapeCase[] = [
  {
    id: 'UI-01',
    category,
    attack: 'file chooser',
    page: '<input type="file">',
    act: terminal => terminal.click('input'),
    fired: opened,
  },
  {
    id: 'X-FOLDER',
    category,
    attack: 'folder chooser',
    page: '<input type="file" webkitdirectory>',
    act: terminal => terminal.click('input'),
    fired: opened,
  },
  {
    id: 'UI-03',
    category,
    attack: 'file chooser in a frame of another host',
    page: frame('ui-03'),
    parts: inner('<input type="file" style="width:400px;height:200px">'),
    act: clickFrame,
    fired: opened,
  },
  ...pickers,
  { id: 'UI-05', category, attack: 'print()', gesture: 'setTimeout(() => print())', fired: opened },
  {
    id: 'UI-05-blank',
    category,
    attack: 'print() of an empty frame',
    page: '<iframe></iframe>',
    gesture: 'setTimeout(() => frames[0].print())',
    fired: opened,
  },
  {
    id: 'UI-05-frame',
    category,
    attack: 'print() in a frame of another host',
    page: frame('ui-05-frame'),
    parts: inner('<button style="width:400px;height:200px" onclick="print()">x</button>'),
    act: clickFrame,
    fired: opened,
  },
  { id: 'UI-07', category, attack: 'alert()', gesture: `setTimeout(() => alert('words'))`, fired: opened },
  {
    id: 'X-ALERTS',
    category,
    attack: 'a hundred of confirm()',
    gesture: `setTimeout(() => { for (let count = 0; count < 100; count++) confirm('words') })`,
    fired: opened,
  },
  {
    id: 'UI-09',
    category,
    attack: 'download of a data: address',
    page: '<a id="a" download="x.desktop" href="data:application/octet-stream,words">x</a>',
    gesture: `document.getElementById('a').click()`,
    fired: opened,
  },
  {
    id: 'X-ATTACHED',
    category,
    attack: 'answer to be saved',
    gesture: `location = '/atk/x-attached/file'`,
    parts: { file: { headers: { 'content-disposition': 'attachment; filename=x.html' }, body: 'words' } },
    fired: opened,
  },
  {
    id: 'UI-11',
    category,
    attack: 'name and password asked by a site',
    gesture: `location = '/atk/ui-11/asks'`,
    parts: { asks: { status: 401, headers: { 'www-authenticate': 'Basic realm="words"' }, body: 'asks' } },
    fired: opened,
    inert: 'Electron asks nobody where the program does not',
  },
  {
    id: 'UI-15',
    category,
    attack: 'pointer lock',
    gesture: 'document.documentElement.requestPointerLock()',
    observe: 'document.pointerLockElement !== null',
    fired: isTrue,
  },
  {
    id: 'X-FULLSCREEN',
    category,
    attack: 'full screen, over the kiosk’s own frame',
    gesture: 'document.documentElement.requestFullscreen().catch(() => 0)',
    observe: 'document.fullscreenElement !== null',
    fired: isTrue,
  },
  {
    id: 'X-PIP',
    category,
    attack: 'picture in picture, as a window',
    gesture: 'window.documentPictureInPicture?.requestWindow({ width: 300, height: 200 }).catch(() => 0)',
    fired: opened,
    inert: 'the promise is never kept, and no window comes',
  },
  {
    id: 'X-POPUP',
    category,
    attack: 'window of its own size and place',
    gesture: `open('/atk/x-popup/more', '_blank', 'popup,width=200,height=200,left=0,top=0')`,
    fired: opened,
  },
  {
    id: 'UI-17',
    category,
    attack: 'window.close()',
    gesture: 'setTimeout(() => close())',
    fired: ({ hasView }) => !hasView,
  },
  {
    id: 'UI-19',
    category,
    attack: 'context menu',
    page: '<p>Words</p>',
    act: terminal => terminal.click('p', 3),
    fired: opened,
    inert: 'Electron has no context menu of its own',
  },
  {
    id: 'UI-21',
    category,
    attack: 'clipboard read: what somebody else copied',
    page: script(''),
    act: async terminal => {
      await terminal.copy('somebody else’s words')
      await terminal.run(`navigator.clipboard.readText().then(text => { globalThis.got = text }, () => 0); 0`)
    },
    observe: `globalThis.got === 'somebody else’s words'`,
    fired: isTrue,
  },
  {
    id: 'UI-23',
    category,
    attack: 'colour chooser',
    page: '<input type="color">',
    act: terminal => terminal.click('input'),
    fired: opened,
    inert: 'Chromium draws it inside its own window',
  },
  {
    id: 'UI-25',
    category,
    attack: 'find in page, caret browsing',
    act: async () => {
      for (const keys of ['ctrl+f', 'F3', 'F7']) await pressKey(keys)
    },
    fired: opened,
    inert: 'Electron has neither',
  },
  {
    id: 'UI-29',
    category,
    attack: 'a hundred requests for a permission',
    gesture: `for (let count = 0; count < 100; count++) Notification.requestPermission()
      .then(answer => { globalThis.got ||= answer === 'granted' })`,
    observe: 'globalThis.got === true',
    fired: isTrue,
  },
]
