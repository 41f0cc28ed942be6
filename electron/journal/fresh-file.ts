import { randomBytes } from 'node:crypto'
import { holdDataKey, KEY_BYTES, type KeyHolders } from '#shared/journal/data-key.ts'
import { FILE_ID_BYTES, type FileFacts, type FileHeader, FORMAT_VERSION } from '#shared/journal/file-header.ts'
import type { Encipher } from '#shared/journal/record-format.ts'
import { createEncipher } from './record-cipher.ts'

/** What a file that is to be written afresh needs besides its records. */
export interface FreshFile {
  readonly header: FileHeader
  readonly encipher: Encipher
}

export type MakeFreshFile = (facts: Omit<FileFacts, 'version' | 'fileId'>) => Promise<FreshFile>

/**
 * Gives each file an id and a data key that no file had before, for `holders` to open.
 *
 * The key enciphers in this process alone, for as long as it writes this file: whoever opens the journal again only deciphers
 * with it and writes on under a new one. So a number of a record in a file, which rises, is never used twice under one key.
 */
export function createFreshFiles(holders: KeyHolders): MakeFreshFile {
  return async more => {
    const facts = { version: FORMAT_VERSION, fileId: randomBytes(FILE_ID_BYTES), ...more }
    const dataKey = randomBytes(KEY_BYTES)
    return {
      header: { ...facts, dataKey: await holdDataKey(dataKey, facts, holders) },
      encipher: createEncipher(dataKey),
    }
  }
}
