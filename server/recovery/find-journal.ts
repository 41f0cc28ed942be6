import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { journalFileNames } from '#shared/journal/journal-files.ts'
import { readForeignText } from './foreign-file.ts'

/** Where a journal lies below what a technician may name: its own folder, the data folder, a terminal's home, its whole disk. */
const placesOfJournal = [
  '.',
  'journal',
  'data/journal',
  'guichet-terminal/data/journal',
  // As `build/debian/make-data-partition` lays it out.
  'terminal/data/journal',
] as const
const onWholeDisk = 'var/lib/guichet-terminal/data/journal'

/** A terminal's has a few KiB. */
const MOST_CONFIGURATION_BYTES = 1024 * 1024

const setAsideName = /^journal-damaged-\d+\.bin$/

// Loose: the configuration of any version of Guichet names prison and terminal like this. It comes from somebody's disk and is
// shown to a technician, so what it names is words.
const configurationSchema = z.looseObject({
  prison: z.looseObject({ id: z.uuid() }),
  terminal: z.looseObject({ id: z.uuid(), name: z.string().regex(/^[\p{L}\p{N} ._-]{1,40}$/u) }),
})

/** What the terminal's own configuration says, where it still lies beside. */
export interface DiskConfiguration {
  readonly prisonId: string
  readonly terminalId: string
  readonly terminalName: string
}

/** The folder that holds the journal, at or below `disk`. Throws `JOURNAL_UNAVAILABLE` where there is none. */
export async function findJournal(disk: string): Promise<string> {
  for (const place of [...placesOfJournal, onWholeDisk]) {
    for (const name of journalFileNames) {
      if (await isThere(join(disk, place, name))) return join(disk, place)
    }
  }
  throw new GuichetError(
    'JOURNAL_UNAVAILABLE',
    `There is no journal in ${disk}: no journal-a.bin and no journal-b.bin, neither there nor in journal/, data/journal/, terminal/data/journal/ or ${onWholeDisk}/.`,
  )
}

/** The names of the copies of damaged files that the terminal set aside. */
export async function findSetAside(journalFolder: string): Promise<readonly string[]> {
  return (await readdir(journalFolder)).filter(name => setAsideName.test(name)).toSorted()
}

/** The `kiosk.json` of the terminal whose journal this is: beside it, or one or two folders up. */
export async function findConfiguration(journalFolder: string): Promise<DiskConfiguration | undefined> {
  for (const folder of [journalFolder, dirname(journalFolder), dirname(dirname(journalFolder))]) {
    const configuration = await readConfiguration(join(folder, 'kiosk.json'))
    if (configuration !== undefined) return configuration
  }
  return undefined
}

async function readConfiguration(path: string): Promise<DiskConfiguration | undefined> {
  try {
    const { prison, terminal } = configurationSchema.parse(
      JSON.parse(await readForeignText(path, MOST_CONFIGURATION_BYTES)),
    )
    return { prisonId: prison.id, terminalId: terminal.id, terminalName: terminal.name }
  } catch {
    // Missing or damaged is the same here: the technician names the terminal.
    return undefined
  }
}

/** Throws `JOURNAL_UNAVAILABLE` where nobody may look. */
async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return false
    throw new GuichetError('JOURNAL_UNAVAILABLE', `${path} cannot be read by this account.`, { cause })
  }
}
