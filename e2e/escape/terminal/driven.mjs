import { app, BaseWindow, clipboard, desktopCapturer, screen, webContents } from 'electron'
import { connect } from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

/**
 * Runs a program with somebody beside it who can load addresses and run scripts in its web view.
 *
 * Not through a debugger: one that is attached answers dialogs, chooses where downloads go and says that a page has the
 * focus, and what is to be seen here is what happens without one.
 */

const KIOSK_PAGE = 'guichet://kiosk'
const program = process.env['GUICHET_ESCAPE_PROGRAM'] ?? ''
const socket = connect(process.env['GUICHET_ESCAPE_SOCKET'] ?? '')

/** @typedef {{ readonly id: number, readonly call: string, readonly args: readonly unknown[] }} Call */

/** The page of the kiosk itself. A program without one has none. */
function shell() {
  return webContents.getAllWebContents().find(contents => contents.getURL().startsWith(KIOSK_PAGE))
}

/** The view that shows sites: the oldest there is, so that a window it opens is not taken for it. */
function view() {
  const views = webContents
    .getAllWebContents()
    .filter(contents => contents !== shell() && contents.getType() !== 'remote')
  return views.toSorted((one, other) => one.id - other.id)[0]
}

/** @param {unknown} which */
function pick(which) {
  const contents = which === 'shell' ? shell() : view()
  if (contents === undefined) throw new Error(`there is no ${String(which)}`)
  return contents
}

/** @param {Electron.WebContents | undefined} contents */
async function wordsOf(contents) {
  return contents && String(await contents.executeJavaScript('document.body.innerText'))
}

/** @param {Electron.WebContents | undefined} contents */
async function isAnswering(contents) {
  if (contents === undefined || contents.isCrashed()) return false
  /** @type {Promise<boolean>} */
  const late = new Promise(resolve => {
    setTimeout(resolve, 500, false)
  })
  const inTime = contents.executeJavaScript('true').then(
    value => value === true,
    () => false,
  )
  return Promise.race([inTime, late])
}

/** Where the web view lies on the screen. */
function place() {
  const [window] = BaseWindow.getAllWindows()
  const held = window?.contentView.children.find(child => Reflect.get(child, 'webContents') === view())
  const inside = held?.getBounds()
  const outside = window?.getContentBounds()
  return inside && outside && { ...inside, x: inside.x + outside.x, y: inside.y + outside.y }
}

/** What the screen shows above the web view, a number a pixel: as a camera would see it, windows of every kind included. */
async function pictureAbove() {
  const { size } = screen.getPrimaryDisplay()
  const [source] = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize: size })
  const bytes = Uint8Array.from(source?.thumbnail.toBitmap() ?? [])
  return new Uint32Array(bytes.buffer, 0, (place()?.y ?? 0) * size.width)
}

/** @type {Uint32Array | undefined} */
let aboveBefore

/** @type {Record<string, (...args: readonly unknown[]) => unknown>} */
const calls = {
  has: which => (which === 'shell' ? shell() : view()) !== undefined,
  version: () => process.versions['electron'],
  // Not waited for: a load that is refused never ends.
  load: address => {
    aboveBefore = undefined
    void pick('view')
      .loadURL(String(address))
      .catch(() => undefined)
  },
  run: (which, script) => pick(which).executeJavaScript(String(script), true),
  runInFrame: (origin, script) => {
    const frames = pick('view').mainFrame.framesInSubtree
    const frame = frames.find(one => one.origin === origin && one.parent !== null)
    if (frame === undefined) throw new Error(`no frame is of ${String(origin)}`)
    return frame.executeJavaScript(String(script), true)
  },
  place,
  rememberBar: async () => {
    aboveBefore = await pictureAbove()
  },
  barPixels: async () => {
    if (aboveBefore === undefined) return 0
    const after = await pictureAbove()
    return aboveBefore.filter((pixel, at) => pixel !== after[at]).length
  },
  processes: () => app.getAppMetrics().map(({ pid, type, sandboxed }) => ({ pid, type, sandboxed })),
  renderer: () => pick('view').getOSProcessId(),
  crash: () => {
    pick('view').forcefullyCrashRenderer()
  },
  standing: async () => {
    const [window] = BaseWindow.getAllWindows()
    const all = webContents.getAllWebContents()
    return {
      hasView: view() !== undefined,
      isViewThere: await isAnswering(view()),
      hasDevTools: all.some(contents => contents.getURL().startsWith('devtools:') || contents.isDevToolsOpened()),
      hasWindow: window !== undefined,
      isFullScreen: window?.isFullScreen() === true,
      shell: await wordsOf(shell()),
    }
  },
  // Answers at once in one version, and later in the next.
  copy: async text => {
    await clipboard.writeText(String(text))
  },
}

/** @param {Call} call */
async function answer({ id, call, args }) {
  try {
    const value = await calls[call]?.(...args)
    socket.write(`${JSON.stringify({ id, value: value ?? null })}\n`)
  } catch (error) {
    socket.write(`${JSON.stringify({ id, error: String(error) })}\n`)
  }
}

const lines = createInterface({ input: socket })
lines.on('line', line => {
  void answer(/** @type {Call} */ (JSON.parse(line)))
})
for (const source of [socket, lines]) source.on('error', () => undefined)

// What the program does at its start must come before anything is ready, so it is waited for here.
await import(pathToFileURL(path.resolve(program)).href)
