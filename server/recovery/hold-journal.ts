import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { JOURNAL_LOCK_PREFIX } from '#shared/journal/journal-files.ts'

/**
 * Holds a journal's folder as a kiosk would, so that none on this machine writes while it is read; answers how to let go.
 *
 * Throws `JOURNAL_IN_USE` where a kiosk holds it.
 */
export async function holdJournal(folder: string): Promise<() => void> {
  const { dev, ino } = await stat(folder, { bigint: true })
  const name = createHash('sha256').update(`${dev}:${ino}`).digest('hex')
  const server = createServer(connection => connection.destroy())
  server.unref()
  await new Promise<void>((resolve, reject) => {
    server.once('error', cause => {
      const message = `A kiosk on this machine has the journal in ${folder} open. End it first.`
      reject(new GuichetError('JOURNAL_IN_USE', message, { cause }))
    })
    server.listen({ path: `\0${JOURNAL_LOCK_PREFIX}${name}` }, resolve)
  })
  return () => {
    server.close()
  }
}
