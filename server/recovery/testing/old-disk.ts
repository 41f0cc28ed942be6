import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { PrisonId } from '#shared/contracts/ids.ts'
import type { KeyHolders } from '#shared/journal/data-key.ts'
import { journalFileNames } from '#shared/journal/journal-files.ts'
import type { NewRecord } from '#shared/journal/journal-record.ts'
import { type MadeFile, sampleFile } from '#shared/journal/testing/sample-file.ts'
import { sampleKeys } from '#shared/journal/testing/sample-keys.ts'
import type { TestTerminal } from '../../testing/test-terminal.ts'

interface DiskWish {
  readonly prisonId: PrisonId
  /** Whose configuration lies on it; left out, none does. */
  readonly terminal?: TestTerminal
  readonly operations: readonly unknown[]
  /** What was recorded after them. */
  readonly after?: readonly NewRecord[]
  readonly version?: 1 | 2
  readonly keys?: KeyHolders
  /** Does to the newer file what years on a shelf do. */
  readonly spoil?: (file: MadeFile) => Uint8Array
}

/** The terminal's home on a disk out of a cell: its configuration, and a journal of two generations. Answers the folder. */
export async function oldDisk(wish: DiskWish): Promise<string> {
  const { prisonId, terminal, operations, after = [], version = 2, spoil = ({ bytes }: MadeFile) => bytes } = wish
  const keys = wish.keys ?? { ...sampleKeys, prisonId }
  const home = await mkdtemp(join(tmpdir(), 'guichet-old-disk-'))
  onTestFinished(() => rm(home, { recursive: true }))
  const journal = join(home, 'data', 'journal')
  await mkdir(journal, { recursive: true })
  const copied = operations.map(payload => ({ type: 'operation' as const, payload }))
  const older = await sampleFile({ version, keys, generation: 3, capacityBytes: SIZE })
  const fileId = new TextEncoder().encode('another!')
  const appended = after.map(record => [record])
  const newer = await sampleFile({ version, keys, generation: 4, fileId, copied, appended, capacityBytes: SIZE })
  await writeFile(join(journal, journalFileNames[0]), older.bytes)
  await writeFile(join(journal, journalFileNames[1]), spoil(newer))
  if (terminal !== undefined) {
    const { id, name } = terminal
    const configuration = { version: 1, prison: { id: prisonId }, terminal: { id, name }, more: 'of another version' }
    await writeFile(join(home, 'kiosk.json'), JSON.stringify(configuration))
  }
  return home
}

const SIZE = 256 * 1024
