import { close, constants, fdatasync, fstat, open, read, write } from 'node:fs'
import { mkdir, open as openHandle, readdir, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import type { DiskFile, FileSystem } from './file-system.ts'

// Bare descriptors: one trip to the thread pool a call, and no garbage-collected handle that could close itself.
const openDescriptor = promisify(open)
const closeDescriptor = promisify(close)
const syncDescriptor = promisify(fdatasync)
const statDescriptor = promisify(fstat)
const readDescriptor = promisify(read)
const writeDescriptor = promisify(write)

const OWNER_ONLY_FILE = 0o600
const OWNER_ONLY_FOLDER = 0o700

/** The disk of this machine. */
export const nodeFileSystem: FileSystem = {
  makeFolder,
  async identifyFolder(folder) {
    const { dev, ino } = await stat(folder, { bigint: true })
    return `${dev}:${ino}`
  },
  list: folder => readdir(folder),
  async open(path) {
    return diskFile(
      await openDescriptor(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, OWNER_ONLY_FILE),
    )
  },
  syncFolder,
  remove: path => rm(path),
}

/** One folder at a time: `mkdir` with `recursive` calls a full disk a missing folder. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: OWNER_ONLY_FOLDER })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await mkdir(folder, { mode: OWNER_ONLY_FOLDER })
  }
  await syncFolder(dirname(folder))
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await openHandle(folder, constants.O_RDONLY | constants.O_DIRECTORY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function diskFile(descriptor: number): DiskFile {
  return {
    size: async () => (await statDescriptor(descriptor)).size,
    async read(target, position) {
      for (let done = 0; done < target.length;) {
        const { bytesRead } = await readDescriptor(descriptor, target, done, target.length - done, position + done)
        if (bytesRead === 0) throw new Error(`the file ends before ${position + target.length}`)
        done += bytesRead
      }
    },
    async write(bytes, position) {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await writeDescriptor(descriptor, bytes, done, bytes.length - done, position + done)
        done += bytesWritten
      }
    },
    fdatasync: () => syncDescriptor(descriptor),
    close: () => closeDescriptor(descriptor),
  }
}
