import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from 'node:process'
import type { BenchPrison } from './bench-prison.ts'

export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
}

const common = () => ({
  executablePath: env['GUICHET_ELECTRON'] ?? join('node_modules', 'electron', 'dist', 'electron'),
  chromiumSandbox: true,
})

/** Starts the built kiosk on `data` and answers with its page, as soon as there is one. */
export async function launchKiosk(prison: BenchPrison, data: string): Promise<Launched> {
  const app = await _electron.launch({
    ...common(),
    args: ['.'],
    env: {
      ...definedEnvironment(),
      GUICHET_CONFIG: prison.configurationFile,
      GUICHET_DATA: data,
      GUICHET_WINDOW: '1366x768',
    },
  })
  return { app, page: await app.firstWindow() }
}

/** Starts an Electron program that shows one word and nothing else. */
export async function launchEmptyWindow(data: string): Promise<Launched> {
  const program = join('build', 'bench', 'empty-window')
  const app = await _electron.launch({
    ...common(),
    args: [program, `--user-data-dir=${data}`],
    env: definedEnvironment(),
  })
  return { app, page: await app.firstWindow() }
}

/** Ends it the hard way: how long a program takes to say goodbye is not what is measured. */
export async function end({ app }: Launched): Promise<void> {
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
