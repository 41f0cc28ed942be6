import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'

const STOP_MS = 3000

/** A kiosk run beside the server, for trying things out. */
export interface Kiosk {
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts the built kiosk with the Electron that set-up prepared. Its data stays in `dataFolder`. */
export function startKiosk({
  configuration,
  dataFolder,
}: {
  readonly configuration: string
  readonly dataFolder: string
}): Kiosk {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const electron = env['GUICHET_ELECTRON'] ?? join('node_modules', 'electron', 'dist', 'electron')
  const child = spawn(electron, ['.'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...env,
      GUICHET_CONFIG: configuration,
      GUICHET_DATA: dataFolder,
      GUICHET_WINDOW: env['GUICHET_WINDOW'] ?? '1366x768',
    },
  })
  const ended = once(child, 'exit').then(() => undefined)
  return { ended, stop: () => stop(child, ended) }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  // The journal is on the disk whatever happens now, so a kiosk that does not go is ended.
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await ended
  clearTimeout(timer)
}
