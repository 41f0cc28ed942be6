import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { KEY_BYTES } from '#shared/journal/data-key.ts'
import { replaceFile } from '../files/replace-file.ts'

/** Beside the journal's folder. */
export const STORAGE_KEY_FILE = 'storage-key'

/**
 * The terminal's own key, which its journal opens with: 32 random bytes in `storage-key` in `folder`, for this account alone.
 *
 *  - Made at the first start. When it resolves the key is on the disk, so no journal is ever written under a key that a power
 *    cut can take away.
 *  - Never made anew while there is one, also not when the terminal is enrolled again.
 *  - `JOURNAL_UNAVAILABLE`: what lies there is no key, or the folder cannot be used.
 *
 * Where the folder lies on an encrypted partition this file is as safe as that; where it does not, it lies beside what it opens.
 */
export async function loadStorageKey(folder: string): Promise<Uint8Array> {
  const path = join(folder, STORAGE_KEY_FILE)
  try {
    const key = (await readKey(path)) ?? (await makeKey(path))
    if (key.length === KEY_BYTES) return key
  } catch (cause) {
    throw new GuichetError('JOURNAL_UNAVAILABLE', 'the storage key could not be read or made', { cause })
  }
  throw new GuichetError('JOURNAL_UNAVAILABLE', `${STORAGE_KEY_FILE} is not a storage key`)
}

async function readKey(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

async function makeKey(path: string): Promise<Uint8Array> {
  const key = randomBytes(KEY_BYTES)
  await replaceFile(path, key)
  return key
}
