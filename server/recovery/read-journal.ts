import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { withRecoveryKey } from '#shared/journal/data-key.ts'
import { type FileScan, scanFile } from '#shared/journal/file-scan.ts'
import { journalFileNames, readWhole } from '#shared/journal/journal-files.ts'
import { liveRecords } from '#shared/journal/live-records.ts'
import { recover, type Recovered } from '#shared/journal/recovery.ts'
import type { OpeningKey } from '#shared/sealing/sealing-key-pair.ts'
import { type ForeignFile, openForeign } from './foreign-file.ts'

/** A terminal's has 8 MiB, and grows a little where it has to. Of somebody else's disk no more is taken into memory. */
const MOST_BYTES = 256 * 1024 * 1024

/** The recovery key, as it lies in the safe. */
export interface RecoveryKey {
  readonly keyId: string
  readonly openingKey: OpeningKey
}

/** What the two files of a journal say. */
export interface DiskJournal {
  readonly recovered: Recovered
  /** 1 lies in clear; `undefined`: no header is whole. */
  readonly version: number | undefined
  /** Whose it is, by its own word; version 1 does not say. */
  readonly prisonId: string | undefined
  /** Another recovery key that the older of the two files is sealed to; what only that file still has stays closed. */
  readonly otherKeyId: string | undefined
}

/**
 * Reads both files of a journal, and changes nothing.
 *
 *  - `SEALED_UNREADABLE`: it is sealed to another recovery key, or is damaged where its key lies.
 *  - `JOURNAL_UNAVAILABLE`: a file cannot be read, or is of a later version.
 */
export async function readJournal(folder: string, key: RecoveryKey): Promise<DiskJournal> {
  const openDataKey = withRecoveryKey(key.openingKey)
  const [first, second] = journalFileNames.map(name => join(folder, name))
  const scans = [
    await scanFile(await readFileWhole(first ?? ''), openDataKey),
    await scanFile(await readFileWhole(second ?? ''), openDataKey),
  ] as const
  const recovered = recover(scans, liveRecords)
  const active = scans[recovered.activeIndex]
  const other = scans[recovered.activeIndex === 0 ? 1 : 0]
  if (active.isLocked) throw wrongKey(active, key)
  return {
    recovered,
    version: active.header?.version,
    prisonId: active.header?.dataKey?.prisonId,
    otherKeyId: other.isLocked ? keyIdOf(other) : undefined,
  }
}

/** What a file says it is sealed to, fit to be shown: it may come from anybody. */
function keyIdOf({ header }: FileScan): string {
  return (header?.dataKey?.recoveryKeyId ?? '').replaceAll(/[^\w-]/g, '?')
}

function wrongKey(scan: FileScan, { keyId }: RecoveryKey): GuichetError {
  const sealedTo = keyIdOf(scan)
  return new GuichetError(
    'SEALED_UNREADABLE',
    sealedTo === keyId
      ? `This journal is sealed to the recovery key ${keyId}, but its own key is damaged and does not open.`
      : `This journal is sealed to the recovery key ${sealedTo}. The file you named is the key ${keyId}.`,
  )
}

/** The file's bytes, as far as the disk gives them; none where there is no file. */
async function readFileWhole(path: string): Promise<Uint8Array> {
  const file = await openToRead(path)
  if (file === undefined) return new Uint8Array(0)
  const { handle, size } = file
  try {
    if (size > MOST_BYTES) throw new GuichetError('JOURNAL_UNAVAILABLE', `${path} is larger than any journal.`)
    return await readWhole({
      size: async () => size,
      read: (target, position) => readFully(handle, target, position),
    })
  } finally {
    await handle.close()
  }
}

async function openToRead(path: string): Promise<ForeignFile | undefined> {
  try {
    return await openForeign(path)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new GuichetError('JOURNAL_UNAVAILABLE', `${path} cannot be read by this account.`, { cause })
  }
}

async function readFully(handle: FileHandle, target: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < target.length;) {
    const { bytesRead } = await handle.read(target, done, target.length - done, position + done)
    if (bytesRead === 0) throw new Error('the file ends')
    done += bytesRead
  }
}
