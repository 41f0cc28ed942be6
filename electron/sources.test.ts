import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { offencesOf } from './testing/source-rules.ts'

const sources = readdirSync('electron', { recursive: true, encoding: 'utf8' })
  .map(file => path.posix.join('electron', file))
  .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('/testing/'))

test.each(sources)('%s undoes no wall', file => {
  expect(offencesOf(file, readFileSync(file, 'utf8'))).toEqual([])
})

test('the places that may do what others may not are still there', () => {
  const rules = readFileSync('electron/testing/source-rules.ts', 'utf8')
  const places = [...rules.matchAll(/'(electron\/[^']+\.ts)'/g)].map(([, place]) => place)
  expect(places.length).toBeGreaterThan(5)
  expect(places.filter(place => place !== undefined && !sources.includes(place))).toEqual([])
})

test.each([
  ['asks the system to open something', `import { shell } from 'electron'`],
  ['asks the system to open something', `void shell.openExternal(url)`],
  ['makes a window a page can close', `const window = new BrowserWindow({})`],
  ['loads an address', `void contents.loadURL(given)`],
  ['uses the session that nobody guards', `guard(session.defaultSession)`],
  ['adds a switch', `app.commandLine.appendSwitch('no-sandbox')`],
  ['takes the sandbox away', `const webPreferences = { sandbox: false }`],
  ['takes the sandbox away', `const webPreferences = { nodeIntegrationInWorker: true }`],
  ['takes a wall between pages away', `const webPreferences = { webSecurity: false }`],
  ['opens the inspector', `contents.openDevTools()`],
  ['lets a page open a window', `contents.setWindowOpenHandler(() => ({ action: 'allow' }))`],
  ['judges an address by how its text begins', `if (url.startsWith('https://jobs.example')) go(url)`],
  ['listens to requests', `session.webRequest.onBeforeRequest((details, answer) => answer({}))`],
  ['grants a permission', `session.setPermissionCheckHandler((_contents, name) => name === 'media')`],
  ['grants a permission', `session.setDevicePermissionHandler(() => true)`],
  [
    'answers a permission with more than no',
    `session.setPermissionRequestHandler((_contents, name, answer) => answer(true))`,
  ],
  ['believes certificates', `session.setCertificateVerifyProc((_request, answer) => answer(0))`],
  ['believes certificates', `const options = { rejectUnauthorized: false }`],
  ['gives a page a preload', `const webPreferences = { preload: file }`],
  ['registers a channel by itself', `ipcMain.handle('web:open', open)`],
  ['sets another way out', `await session.setProxy({ mode: 'direct' })`],
  ['hears of some navigations only', `contents.on('will-navigate', refuse)`],
])('a source that %s is refused: %s', (name, source) => {
  expect(offencesOf('electron/gate/new-file.ts', source)).toContain(name)
})

test('what is only told in a comment does not offend', () => {
  expect(offencesOf('electron/gate/new-file.ts', '// no `shell.` here\n/* nor loadURL( */\nconst one = 1\n')).toEqual(
    [],
  )
})
