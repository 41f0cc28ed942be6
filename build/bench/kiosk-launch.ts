import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { env } from 'node:process'
import type { BenchPrison } from './bench-prison.ts'

/** A program that runs, with its first page. */
export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
  /** When its process was started, on the clock of `performance.now()`. */
  readonly startedAt: number
}

const LAUNCH_MS = 10_000
const MOST_TRIES = 3

/** Starts the built kiosk on `data` and answers with its page, as soon as there is one. */
export function launchKiosk(prison: BenchPrison, data: string): Promise<Launched> {
  return launch(['.'], {
    GUICHET_CONFIG: prison.configurationFile,
    GUICHET_DATA: data,
    GUICHET_WINDOW: '1366x768',
  })
}

/** Starts an Electron program that shows one word and nothing else. */
export function launchEmptyWindow(data: string): Promise<Launched> {
  return launch([join('build', 'bench', 'empty-window'), `--user-data-dir=${data}`], {})
}

/** Playwright now and then misses that a program started which starts fast. Such a start is ended and made anew. */
async function launch(args: string[], environment: Record<string, string>): Promise<Launched> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await launchOnce(args, environment)
    } catch (error) {
      if (tries === MOST_TRIES) throw error
    }
  }
}

async function launchOnce(args: string[], environment: Record<string, string>): Promise<Launched> {
  const startedAt = performance.now()
  const app = await _electron.launch({
    executablePath: env['GUICHET_ELECTRON'] ?? join('node_modules', 'electron', 'dist', 'electron'),
    chromiumSandbox: true,
    timeout: LAUNCH_MS,
    args,
    env: { ...definedEnvironment(), ...environment },
  })
  try {
    return { app, page: await app.firstWindow({ timeout: LAUNCH_MS }), startedAt }
  } catch (error) {
    await end({ app })
    throw error
  }
}

/** Ends it the hard way: how long a program takes to say goodbye is not what is measured. */
export async function end({ app }: Pick<Launched, 'app'>): Promise<void> {
  const child = app.process()
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

export function newDataFolder(folder: string): Promise<string> {
  return mkdtemp(join(folder, 'data-'))
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
