import { GuichetError } from '#shared/errors/guichet-error.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Database } from '../database/open-database.ts'
import { readPrison } from '../database/read-prison.ts'
import type { PushService } from '../operations/push-service.ts'
import type { TerminalIdentity } from '../terminal-auth/terminal-identity.ts'
import { type DiskConfiguration, findConfiguration, findJournal, findSetAside } from './find-journal.ts'
import { holdJournal } from './hold-journal.ts'
import { findJournalTerminal, type JournalTerminal } from './journal-terminal.ts'
import { type DiskJournal, readJournal, type RecoveryKey } from './read-journal.ts'
import { createReport, type JournalReport } from './report.ts'
import { type AnsweredOperation, sendOperations } from './send-operations.ts'
import { readLeftToDo, type UnsettledOperation } from './unsettled.ts'

export interface RecoveryPorts {
  readonly database: Database
  readonly clock: () => Date
}

export interface RecoveryWish {
  /** The old terminal's disk, or a folder of it. */
  readonly disk: string
  readonly key: RecoveryKey
  /** The terminal's name, where the disk does not say it. */
  readonly terminalName: string | undefined
}

/** Who gives the operations to the prison, and with what. */
export interface Sending {
  readonly pushService: PushService
  readonly staffId: string
  /** Whether the prison receives anything now: in a maintenance it does not. */
  readonly isReceiving: () => Promise<boolean>
}

/**
 * Reads the journal of a broken terminal and, with `sending`, gives each operation that has no answer yet to the server's own
 * push service, as that terminal.
 *
 *  - Writes nothing to the disk, and without `sending` nothing to the database.
 *  - Twice is once: what was received before is a `duplicate`, and changes nothing.
 *  - Two audit records: before the first operation is given away, and when all are.
 *  - Refuses, each with a sentence of its own: in a maintenance, no journal, one in use, one that cannot be read, one of another prison, a key that
 *    does not open it, a terminal that nobody knows.
 */
export async function recoverJournal(
  ports: RecoveryPorts,
  { disk, key, terminalName }: RecoveryWish,
  sending?: Sending,
): Promise<JournalReport> {
  if (sending !== undefined && !(await sending.isReceiving())) {
    throw new GuichetError(
      'SERVER_BUSY',
      'A maintenance is under way: nothing is received now. Do this when it is over.',
    )
  }
  const folder = await findJournal(disk)
  const letGo = await holdJournal(folder)
  try {
    const configuration = await findConfiguration(folder)
    const journal = await readJournal(folder, key)
    await assertOwn(ports.database, journal, configuration)
    const terminal = await findJournalTerminal(ports.database, terminalName, configuration)
    const leftToDo = readLeftToDo(journal.recovered.records)
    const send = (found: Sending) => sendAndRecord(ports, found, { terminal, journal, key }, leftToDo.unsettled)
    const answered = sending && (await send(sending))
    const setAside = await findSetAside(folder)
    const parts = { folder, setAside, terminal, journal, recoveryKeyId: key.keyId, leftToDo, answered }
    return await createReport(ports.database, parts)
  } finally {
    letGo()
  }
}

/** Version 1 does not say whose it is; then the configuration beside it has to. */
async function assertOwn(
  database: Database,
  { prisonId }: DiskJournal,
  configuration: DiskConfiguration | undefined,
): Promise<void> {
  const prison = await readPrison(database)
  const id = prisonId ?? configuration?.prisonId
  if (id === undefined || id.toLowerCase() === prison.id.toLowerCase()) return
  throw new GuichetError(
    'CONFIGURATION_INVALID',
    `This journal is of another prison, whose id is ${id}. This server is of ${prison.names.en}, ${prison.id}.`,
  )
}

interface Source {
  readonly terminal: JournalTerminal
  readonly journal: DiskJournal
  readonly key: RecoveryKey
}

async function sendAndRecord(
  { database, clock }: RecoveryPorts,
  { pushService, staffId }: Sending,
  { terminal, journal, key }: Source,
  operations: readonly UnsettledOperation[],
): Promise<AnsweredOperation[]> {
  const record = (action: string, more: Readonly<Record<string, unknown>>) =>
    database.transaction().execute(transaction =>
      appendAudit(transaction, {
        at: clock(),
        actor: `staff:${staffId}`,
        action,
        subject: { terminalId: terminal.id, name: terminal.name, recoveryKeyId: key.keyId, ...more },
      }),
    )
  const { damaged } = journal.recovered.report
  await record('journal-recovery-begun', { operations: operations.map(({ about }) => about.id), damaged })
  const identity: TerminalIdentity = { id: terminal.id, prisonId: (await readPrison(database)).id }
  const answered = await sendOperations(pushService, identity, operations, clock)
  await record('journal-recovered', { verdicts: countByStatus(answered) })
  return answered
}

function countByStatus(answered: readonly AnsweredOperation[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { verdict } of answered) counts[verdict.status] = (counts[verdict.status] ?? 0) + 1
  return counts
}
