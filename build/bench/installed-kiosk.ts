import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { env } from 'node:process'
import { setTimeout as after } from 'node:timers/promises'

const SHOWN_MS = 30_000
/** The display starts anew when nobody is on it, and takes along who comes just then. */
const ANEW_MS = 1000

/** Makes a folder the home of an installed kiosk, for one program. */
const AS_TERMINAL = join('build', 'package', 'as-terminal.sh')

export interface Start {
  readonly program: string
  readonly args: readonly string[]
  readonly variables?: Readonly<Record<string, string>>
  /** Becomes `/var/lib/guichet-terminal`, where an installed kiosk looks: the configuration, the key, and `data`. */
  readonly terminal: string
  /** An empty folder. */
  readonly scratch: string
}

/**
 * Milliseconds from starting a program until its window is on the display. Asked of the display itself, so that it holds for
 * a program that nobody can drive. The program is then ended.
 */
export async function timeUntilShown({ program, args, variables, terminal, scratch }: Start): Promise<number> {
  // Line by line: into a pipe it would keep what it has to say until that is much.
  const watcher = spawn('stdbuf', ['-oL', 'xev', '-root', '-event', 'substructure'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const shown = watchForWindow(watcher)
    await after(ANEW_MS)
    const began = performance.now()
    const child = spawn(AS_TERMINAL, [resolve(terminal), resolve(scratch), resolve(program), ...args], {
      env: { ...env, ...variables },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    try {
      return (await shown(child)) - began
    } finally {
      await end(child)
    }
  } finally {
    await end(watcher)
    await after(ANEW_MS)
  }
}

/** What a program without a window says, and how long it takes to its end, in milliseconds. */
export async function runToItsEnd({
  program,
  args,
  terminal,
  scratch,
}: Start): Promise<{ said: string; tookMs: number }> {
  const began = performance.now()
  const child = spawn(AS_TERMINAL, [resolve(terminal), resolve(scratch), resolve(program), ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(child, 'close')
  return { said, tookMs: performance.now() - began }
}

/** Answers with when the first window was mapped, on the clock of `performance.now()`. */
function watchForWindow(watcher: ChildProcess): (child: ChildProcess) => Promise<number> {
  const mapped = new Promise<number>(resolveMapped => {
    watcher.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('MapNotify')) resolveMapped(performance.now())
    })
  })
  return child => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const gone = Promise.race([once(child, 'exit'), once(watcher, 'exit')]).then(() => {
      throw new Error(`the kiosk or the display ended before anything was shown: ${said}`)
    })
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => {
        reject(new Error(`the kiosk showed nothing in ${SHOWN_MS} ms: ${said}`))
      }, SHOWN_MS).unref()
    })
    return Promise.race([mapped, gone, late])
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** The installation that was packaged last. */
export const installation = join('.guichet', 'package', 'kiosk', 'made', 'linux-unpacked')
