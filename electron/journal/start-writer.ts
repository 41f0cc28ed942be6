import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { endOfFresh } from './compaction.ts'
import { nextPage } from './file-header.ts'
import { scanFile } from './file-scan.ts'
import type { FileSystem } from './file-system.ts'
import { type FilePair, journalFileNames, openPair, preallocate, readWhole } from './journal-file.ts'
import type { JournalRecord, Retain } from './journal-record.ts'
import { JournalWriter } from './journal-writer.ts'
import { FILE_ID_BYTES } from './record-format.ts'
import { recover, type Recovered, type Recovery } from './recovery.ts'
import { setAside } from './set-aside.ts'

interface StartParts {
  readonly folder: string
  readonly capacityBytes: number
  readonly fileSystem: FileSystem
  readonly retain: Retain
}

interface Started {
  readonly writer: JournalWriter
  readonly records: readonly JournalRecord[]
  readonly nextSeq: number
  readonly recovery: Recovery
}

type Both = readonly [Buffer, Buffer]

/** Opens both files, recovers what they hold, and writes it afresh into the one that is not the journal. */
export async function startWriter(parts: StartParts): Promise<Started> {
  const pair = await openPair(parts.fileSystem, parts.folder)
  try {
    return await startOn(pair, parts)
  } catch (error) {
    await Promise.allSettled(pair.map(file => file.close()))
    throw error
  }
}

async function startOn(pair: FilePair, parts: StartParts): Promise<Started> {
  const both = [await readWhole(pair[0]), await readWhole(pair[1])] as const
  const recovered = recover([scanFile(both[0]), scanFile(both[1])], parts.retain)
  const { activeIndex, records, nextSeq, nextGeneration, report } = recovered
  const capacityBytes = capacityFor(parts.capacityBytes, both, records)
  await makeRoom(pair, both, { ...parts, capacityBytes })
  const setAsideNames = await setAsideSuspects(recovered, both, parts)

  const [active, spare] = activeIndex === 0 ? pair : [pair[1], pair[0]]
  const newFileId = () => randomBytes(FILE_ID_BYTES)
  const writer = new JournalWriter({ active, spare, capacityBytes, nextGeneration, newFileId })
  await writer.startAfresh(records, nextSeq)
  return { writer, records, nextSeq, recovery: { ...report, setAside: setAsideNames } }
}

/** Whole pages. A journal never shrinks, and what two damaged files give back together fits, with room to settle it. */
export function capacityFor(wanted: number, both: Both, records: readonly JournalRecord[]): number {
  return nextPage(Math.max(wanted, both[0].length, both[1].length, endOfFresh(records) * 1.25))
}

/** Makes both files full-sized. When that fails, those that were not there before are removed again. */
async function makeRoom(pair: FilePair, both: Both, { fileSystem, folder, capacityBytes }: StartParts): Promise<void> {
  try {
    for (const file of pair) await preallocate(file, capacityBytes)
  } catch (error) {
    const made = journalFileNames.filter((_name, place) => both[place]?.length === 0)
    await Promise.allSettled(made.map(name => fileSystem.remove(join(folder, name))))
    throw error
  }
  await fileSystem.syncFolder(folder)
}

async function setAsideSuspects(recovered: Recovered, both: Both, parts: StartParts): Promise<readonly string[]> {
  const names: string[] = []
  for (const place of recovered.suspects) {
    const name = await setAside(parts.fileSystem, parts.folder, both[place])
    if (name !== undefined) names.push(name)
  }
  return names
}
