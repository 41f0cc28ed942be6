import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { z } from 'zod'
import type { OrderIntent } from '#shared/directive/order.ts'
import type { DatabaseConnection } from '../../database/open-database.ts'
import type { Warden } from '../orders/warden.ts'

/** A prison server in a process of its own. */
export interface ControlProcess {
  readonly url: string
  /** Has it store an order, and dies (`kill -9`) before a terminal is told. Answers the signal it ended by. */
  readonly orderAndDie: (intent: OrderIntent, by: Warden) => Promise<NodeJS.Signals | null>
  readonly stop: () => Promise<void>
}

/** Builds `control-child.ts` into one file that plain Node can run, and answers its path. */
export async function buildControlChild(folder: string): Promise<string> {
  const here = dirname(fileURLToPath(import.meta.url))
  await build({
    configFile: false,
    logLevel: 'error',
    root: here,
    ssr: { noExternal: true },
    build: {
      ssr: join(here, 'control-child.ts'),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  })
  return join(folder, 'child.mjs')
}

export interface ControlProcessWish {
  /** What `buildControlChild` made. */
  readonly program: string
  readonly connection: DatabaseConnection
  readonly keysFolder: string
}

export async function startControlProcess({ program, ...wish }: ControlProcessWish): Promise<ControlProcess> {
  const child = spawn(process.execPath, [program, JSON.stringify(wish)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(([, signal]) => z.string().nullable().parse(signal) as NodeJS.Signals | null)
  const early = ended.then(() => {
    throw new Error('the server ended before it listened')
  })
  const [url] = (await Promise.race([once(child, 'message'), early])) as [unknown]
  early.catch(() => undefined)
  return {
    url: z.string().parse(url),
    orderAndDie: (intent, by) => {
      child.send({ intent, by: { id: by.id, name: by.name } })
      return ended
    },
    stop: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
