import { type PushRequest, PUSH_BATCH_LIMIT } from '#shared/contracts/sync.ts'
import type { Verdict } from '#shared/contracts/verdict.ts'
import { must } from '#shared/errors/must.ts'
import type { Database } from '../database/open-database.ts'
import { createCalendar } from '../receipts/calendar.ts'
import type { SignReceipt } from '../receipts/sign-receipt.ts'
import type { TerminalIdentity } from '../terminal-auth/terminal-identity.ts'
import { applyBatch } from './apply-batch.ts'
import type { FindHouse } from './find-house.ts'
import { gather } from './gather.ts'
import { createShares } from './shares.ts'
import { type ArrivedOperation, type Incoming, readIncoming } from './incoming.ts'
import { type Report, settle } from './settle.ts'

export interface PushPorts {
  readonly database: Database
  readonly findHouse: FindHouse
  readonly signReceipt: SignReceipt
  readonly clock: () => Date
  readonly report: Report
}

export interface PushService {
  /** Settles a batch of a terminal. `verdicts[i]` answers `operations[i]`. */
  apply(terminal: TerminalIdentity, request: PushRequest): Promise<Verdict[]>
}

/** Two at once: one is decided here while the database works on the other. */
const AT_ONCE = 2
/** A thousand terminals with a week's queue, and some hundred megabytes. Whoever comes after that is asked to come back. */
const MOST_WAITING = 60_000
/** What one terminal may have waiting: an honest one sends its next batch while the last one is settled. */
const MOST_WAITING_EACH = 3 * PUSH_BATCH_LIMIT

/** Settles pushed batches; those that come while others are being settled go together. */
export function createPushService({ database, findHouse, signReceipt, clock, report }: PushPorts): PushService {
  const settleTogether = gather(
    async (arrived: readonly ArrivedOperation[]) => {
      const { prisonId, timeZone } = await findHouse()
      const house = { prisonId, calendar: createCalendar(timeZone), signReceipt }
      return settle(arrived, some => applyBatch(database, some, house), report)
    },
    { maxItems: PUSH_BATCH_LIMIT, maxRunning: AT_ONCE, maxWaiting: MOST_WAITING },
  )
  const shares = createShares(MOST_WAITING_EACH)
  return {
    async apply({ id: sentBy }, { sentAt, operations }) {
      const arrival = { sentAt, sentBy, receivedAt: clock() }
      const incoming = operations.map(raw => readIncoming(raw, arrival))
      const arrived = incoming.flatMap(one => (one.reading === 'operation' ? [one.arrived] : []))
      const settled = () => settleTogether(arrived)
      return interleave(incoming, arrived.length === 0 ? [] : await shares.take(sentBy, arrived.length, settled))
    },
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
