import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { writeFileDurably } from '../../keys/write-file-durably.ts'

const FILE = 'server-address'

/** Where a server is reached by terminals, as its commands say it: `https://10.0.0.5:7443`. */
export const serverUrlSchema = z
  .url({ protocol: /^https$/, error: 'not an address: one is https://10.0.0.5:7443' })
  .transform(url => new URL(url).origin)

/** Notes where the server listens, so that commands beside it know what to tell terminals. */
export async function noteServerAddress(dataFolder: string, url: string): Promise<void> {
  await writeFileDurably(join(dataFolder, FILE), `${url}\n`)
}

/** Where the server listened when it was last started. Throws `CONFIGURATION_INVALID` where it never was. */
export async function readServerAddress(dataFolder: string): Promise<string> {
  const text = await readFile(join(dataFolder, FILE), 'utf8').catch(() => '')
  const { data } = serverUrlSchema.safeParse(text.trim())
  if (data === undefined) {
    throw new GuichetError(
      'CONFIGURATION_INVALID',
      'This server was never started, so that nobody knows where terminals reach it. Say it with --server https://HOST:PORT',
    )
  }
  return data
}
