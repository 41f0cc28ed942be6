import { inmateIdSchema } from '#shared/contracts/ids.ts'
import type { Verdict } from '#shared/contracts/verdict.ts'
import type { Database } from '../database/open-database.ts'
import type { JournalTerminal } from './journal-terminal.ts'
import type { DiskJournal } from './read-journal.ts'
import type { AnsweredOperation } from './send-operations.ts'
import type { LeftToDo, OperationFacts, UnsettledOperation } from './unsettled.ts'

/** One operation as it is shown: never what it asks for. */
export interface ReportedOperation extends OperationFacts {
  readonly seq: number
  /** The number on the door card: nobody who repairs a terminal has to read a name. */
  readonly inmateNumber: string | null
  /** Null where nothing was sent. */
  readonly verdict: Verdict | null
}

/** What lies in a journal, and what became of it. */
export interface JournalReport {
  readonly folder: string
  readonly terminal: JournalTerminal
  readonly version: number | undefined
  readonly recoveryKeyId: string
  readonly otherKeyId: string | undefined
  readonly operations: readonly ReportedOperation[]
  readonly refusedBefore: number
  readonly damaged: number
  /** Records that the older file gave back. */
  readonly restored: number
  readonly isTailTorn: boolean
  /** Copies of damaged files that lie beside. */
  readonly setAside: readonly string[]
  readonly isCheck: boolean
}

interface ReportParts {
  readonly folder: string
  readonly setAside: readonly string[]
  readonly terminal: JournalTerminal
  readonly journal: DiskJournal
  readonly recoveryKeyId: string
  readonly leftToDo: LeftToDo
  /** What was sent; left out, nothing was. */
  readonly answered?: readonly AnsweredOperation[] | undefined
}

export async function createReport(database: Database, parts: ReportParts): Promise<JournalReport> {
  const { folder, setAside, terminal, journal, recoveryKeyId, leftToDo, answered } = parts
  const numbers = await readNumbers(database, leftToDo.unsettled)
  const shown: readonly (UnsettledOperation & { readonly verdict?: Verdict })[] = answered ?? leftToDo.unsettled
  const { report } = journal.recovered
  return {
    folder,
    terminal,
    version: journal.version,
    recoveryKeyId,
    otherKeyId: journal.otherKeyId,
    operations: shown.map(({ seq, about, verdict }) => ({
      seq,
      ...about,
      inmateNumber: numbers.get(about.inmateId ?? '') ?? null,
      verdict: verdict ?? null,
    })),
    refusedBefore: leftToDo.refusedBefore,
    damaged: report.damaged,
    restored: report.restored,
    isTailTorn: report.truncatedTail,
    setAside,
    isCheck: answered === undefined,
  }
}

async function readNumbers(
  database: Database,
  operations: readonly UnsettledOperation[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(operations.flatMap(({ about }) => about.inmateId ?? []))].map(id => inmateIdSchema.parse(id))
  if (ids.length === 0) return new Map()
  const rows = await database.selectFrom('inmates').select(['id', 'number']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}
