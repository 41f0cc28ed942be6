import { bareWindows, moveWindow, pressKey } from '../terminal/screen.ts'
import { type Terminal, until } from '../terminal/terminal.ts'
import type { EscapeCase } from './escape-case.ts'

const category = 'ui-dialog'

/** More than a clock, a state or a focus ring changes, and far less than any of these attacks. */
const MANY_PIXELS = 20_000
const OPEN_MS = 5000
const isCovered: NonNullable<EscapeCase['fired']> = ({ barPixels }) => barPixels > MANY_PIXELS

const words = `'what the kiosk never said '.repeat(4)`
const choices = `for (let at = 0; at < 60; at += 1) list.append(new Option(${words} + at))`
const low = 'position: absolute; bottom: 4px; left: 20px; height: 40px'
const lowSelect = `<style>option { font-size: 40px }</style><select id="list" style="${low}"></select>
  <script>${choices}</script>`

/** Opens what the page's own element opens, by mouse. */
async function choose(terminal: Terminal): Promise<void> {
  await terminal.rememberBar()
  await terminal.click('#list')
}

export const coveredBarCases: readonly EscapeCase[] = [
  {
    id: 'X-CHOICES',
    category,
    attack: 'long list of choices low on the page, over the kiosk’s bar',
    page: lowSelect,
    act: choose,
    fired: isCovered,
  },
  {
    id: 'X-CHOICES-MOVED',
    category,
    attack: 'list of choices that is moved over the kiosk’s bar, as one that heeds no work area',
    page: `<style>option { font-size: 40px }</style><select id="list" style="width: 900px; height: 40px"></select>
      <script>${choices}</script>`,
    act: async terminal => {
      const before = new Set(await bareWindows())
      await choose(terminal)
      const opened = async () => (await bareWindows()).filter(id => !before.has(id))
      if (!(await until(async () => (await opened()).length > 0, OPEN_MS))) throw new Error('no list was opened')
      for (const id of await opened()) await moveWindow(id, 0, 0)
    },
    fired: isCovered,
  },
  {
    id: 'X-SUGGESTIONS',
    category,
    attack: 'suggestions for a field low on the page, over the kiosk’s bar',
    page: `<input id="field" list="list" style="${low}; width: 900px"><datalist id="list"></datalist>
      <script>${choices}</script>`,
    act: async terminal => {
      await terminal.rememberBar()
      await terminal.click('#field')
      for (const key of ['w', 'Down']) await pressKey(key)
    },
    fired: isCovered,
  },
]
