import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

export interface TopWindow {
  readonly id: string
  readonly title: string
}

/** A window manager, as a desk has one: without it no window is really full-screen, and no dialog is shown. */
export class WindowManager {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  /** The display starts anew when its last client goes, and takes with it who just came: then another try is made. */
  static async start(tries = 5): Promise<WindowManager> {
    const child = spawn('openbox', ['--sm-disable', '--config-file', resolve('e2e/escape/desk/openbox.xml')], {
      stdio: 'ignore',
    })
    while (child.exitCode === null) {
      const { stdout } = await execute('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK']).catch(() => ({ stdout: '' }))
      if (stdout.includes('0x')) return new WindowManager(child)
    }
    if (tries === 1) throw new Error('the window manager (openbox) did not start')
    return WindowManager.start(tries - 1)
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit')
    this.#child.kill()
    await gone
  }
}

/** A window that goes while it is being listed makes the list fail: then there is another list. */
async function listWindows(tries = 5): Promise<{ readonly stdout: string }> {
  try {
    return await execute('wmctrl', ['-l'])
  } catch (error) {
    if (tries === 1) throw error
    return listWindows(tries - 1)
  }
}

/** The windows that stand on the screen by themselves, as the window manager lists them. */
export async function topWindows(): Promise<TopWindow[]> {
  const { stdout } = await listWindows()
  return stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [, id = '', title = ''] = /^(0x\w+)\s+\S+\s+\S+ ?(.*)$/.exec(line) ?? []
      return { id, title }
    })
}

/** The windows that pass by the window manager, and its own. */
export async function bareWindows(): Promise<string[]> {
  const { stdout } = await execute('xwininfo', ['-root', '-children'])
  return [...stdout.matchAll(/^ {5}(0x\w+) /gm)].map(([, id = '']) => id)
}

export async function moveWindow(id: string, x: number, y: number): Promise<void> {
  await execute('xdotool', ['windowmove', id, String(x), String(y)])
}

/** The title of the window that gets the keys. Empty where none does. */
export async function focusedWindow(): Promise<string> {
  try {
    return (await execute('xdotool', ['getactivewindow', 'getwindowname'])).stdout.trim()
  } catch {
    return ''
  }
}

export async function pressKey(keys: string): Promise<void> {
  await execute('xdotool', ['key', '--clearmodifiers', keys])
}

/** Types as on a keyboard, and confirms. */
export async function typeText(text: string): Promise<void> {
  await execute('xdotool', ['type', '--delay', '30', text])
  await pressKey('Return')
}

export async function clickAt(x: number, y: number, button = 1): Promise<void> {
  await execute('xdotool', ['mousemove', String(Math.round(x)), String(Math.round(y)), 'click', String(button)])
}

/** Asks a window to go, as its own close button does. */
export async function closeWindow({ id }: TopWindow): Promise<void> {
  await execute('wmctrl', ['-i', '-c', id]).catch(() => undefined)
}
