import type { PushRequest } from '#shared/contracts/sync.ts'
import type { Verdict } from '#shared/contracts/verdict.ts'
import { must } from '#shared/errors/must.ts'
import type { Database } from '../database/open-database.ts'
import { isContention } from '../errors/is-contention.ts'
import { isDatabaseAway } from '../errors/is-database-away.ts'
import { createCalendar } from '../receipts/calendar.ts'
import type { SignReceipt } from '../receipts/sign-receipt.ts'
import type { TerminalIdentity } from '../terminal-auth/terminal-identity.ts'
import { applyBatch } from './apply-batch.ts'
import type { BatchMoment } from './decision.ts'
import { type ArrivedOperation, type Incoming, readIncoming } from './incoming.ts'
import type { FindTimeZone } from './time-zone.ts'

export interface PushPorts {
  readonly database: Database
  readonly findTimeZone: FindTimeZone
  readonly signReceipt: SignReceipt
  readonly clock: () => Date
  /** Told of each operation that could not be decided, by its id. */
  readonly report: (operationId: string, error: unknown) => void
}

export interface PushService {
  /** Settles a batch of a terminal. `verdicts[i]` answers `operations[i]`. */
  apply(terminal: TerminalIdentity, request: PushRequest): Promise<Verdict[]>
}

const MOST_TRIES = 4

/**
 * Settles pushed batches.
 *
 *  - A batch is one transaction; when others work on the same rows it is tried again.
 *  - If it still fails, its operations go one by one: the one that cannot be decided is `deferred` and
 *    reported, and its neighbours get their verdicts.
 *  - A database that is away fails the whole push: what was committed before is answered as `duplicate` next time.
 */
export function createPushService(ports: PushPorts): PushService {
  return {
    async apply(terminal, { sentAt, operations }) {
      const receivedAt = ports.clock()
      const incoming = operations.map(raw => readIncoming(raw, { sentAt, receivedAt }))
      const arrived = incoming.flatMap(one => (one.reading === 'operation' ? [one.arrived] : []))
      const calendar = createCalendar(await ports.findTimeZone())
      const { id: terminalId, prisonId } = terminal
      const moment: BatchMoment = { terminalId, prisonId, calendar, receivedAt, signReceipt: ports.signReceipt }
      return interleave(incoming, arrived.length === 0 ? [] : await settle(arrived, moment, ports))
    },
  }
}

async function settle(arrived: readonly ArrivedOperation[], moment: BatchMoment, ports: PushPorts): Promise<Verdict[]> {
  try {
    return await applyWithRetries(arrived, moment, ports.database)
  } catch (error) {
    if (isDatabaseAway(error)) throw error
    return settleOneByOne(arrived, moment, ports)
  }
}

async function settleOneByOne(
  arrived: readonly ArrivedOperation[],
  moment: BatchMoment,
  { database, report }: PushPorts,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  // One at a time: a withdrawal must not overtake the order it withdraws.
  for (const one of arrived) {
    try {
      verdicts.push(...(await applyWithRetries([one], moment, database)))
    } catch (error) {
      if (isDatabaseAway(error)) throw error
      report(one.operation.id, error)
      verdicts.push({ status: 'deferred', operationId: one.operation.id })
    }
  }
  return verdicts
}

async function applyWithRetries(
  arrived: readonly ArrivedOperation[],
  moment: BatchMoment,
  database: Database,
): Promise<Verdict[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await applyBatch(database, arrived, moment)
    } catch (error) {
      if (!isContention(error) || tries === MOST_TRIES) throw error
    }
  }
}

/** Puts the verdicts of what could be read back between those of what could not. */
function interleave(incoming: readonly Incoming[], verdicts: readonly Verdict[]): Verdict[] {
  const answers = verdicts.values()
  return incoming.map(one => {
    if (one.reading === 'unreadable') return { status: 'unreadable', operationId: null }
    if (one.reading === 'operation') return must(answers.next().value, 'a verdict for each operation')
    return { status: 'rejected', operationId: one.id, rejection: { code: 'OPERATION_INVALID' } }
  })
}
