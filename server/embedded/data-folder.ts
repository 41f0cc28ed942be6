import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import { GuichetError } from '#shared/errors/guichet-error.ts'

/** The folder one prison server keeps everything in, held by this process alone. */
export interface DataFolder {
  readonly path: string
  readonly release: () => Promise<void>
}

/** Makes the folder readable for its owner alone, or says plainly why it cannot be used. */
export async function prepareFolder(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return await realpath(path)
  } catch (error) {
    throw new GuichetError('DATA_FOLDER_UNUSABLE', `The data folder ${path} cannot be written.`, { cause: error })
  }
}

/**
 * Takes the folder for this process; throws `DATA_FOLDER_IN_USE` while another holds it.
 *
 * The lock is a socket in Linux's abstract namespace (unix(7)) named after the folder: the kernel frees
 * it with the process, also after kill -9, so that no stale lock file ever keeps a server from starting.
 */
export async function takeDataFolder(path: string): Promise<DataFolder> {
  const folder = await prepareFolder(path)
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  const lock = createServer()
  await new Promise<void>((resolve, reject) => {
    lock.once('error', error => {
      reject(new GuichetError('DATA_FOLDER_IN_USE', `Another prison server uses ${folder}.`, { cause: error }))
    })
    lock.listen(`\0guichet-server-${name}`, resolve)
  })
  lock.unref()
  return {
    path: folder,
    release: () =>
      new Promise(resolve => {
        lock.close(() => {
          resolve()
        })
      }),
  }
}
