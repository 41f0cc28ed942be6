import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { JOURNAL_LOCK_PREFIX } from '#shared/journal/journal-files.ts'

/** Gives the folder back. */
export type Unlock = () => Promise<void>

/**
 * Holds the folder that `identity` names, for this process alone.
 *
 *  - Throws JOURNAL_IN_USE while anyone holds it, also this process.
 *  - The kernel lets go when the holder ends, however it ends: there is nothing to clean up after a kill.
 *  - Needs no room on the disk: the lock is an abstract Unix socket, a name and no file. So it holds among processes of
 *    one network namespace, on Linux only.
 */
export function lockFolder(identity: string): Promise<Unlock> {
  const name = createHash('sha256').update(identity).digest('hex')
  const server = createServer(connection => connection.destroy())
  // The lock must not keep a process alive that has nothing else to do.
  server.unref()
  return new Promise((resolve, reject) => {
    server.once('error', cause => {
      const isHeld = 'code' in cause && cause.code === 'EADDRINUSE'
      const message = isHeld ? 'another process has this journal open' : 'the journal could not be locked'
      reject(new GuichetError(isHeld ? 'JOURNAL_IN_USE' : 'JOURNAL_UNAVAILABLE', message, { cause }))
    })
    server.listen({ path: `\0${JOURNAL_LOCK_PREFIX}${name}` }, () => resolve(() => closeServer(server)))
  })
}

function closeServer(server: ReturnType<typeof createServer>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error === undefined ? resolve() : reject(error)))
  })
}
