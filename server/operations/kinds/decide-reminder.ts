import type { RequestState } from '#shared/contracts/request.ts'
import { dayOf } from '../../receipts/due-at.ts'
import { type Decide, reject } from '../decision.ts'
import { addEvent } from './add-event.ts'
import { ownRequest } from './own-request.ts'

const openStates: ReadonlySet<RequestState> = new Set<RequestState>(['received', 'in-hand', 'prepared'])

/** Decides whether an inmate's nudge on an open request counts: once a day of the prison's calendar. */
export const decideReminder: Decide<'request.remind'> = ({ operation }, desk) => {
  const { receivedAt, timeZone } = desk.moment
  const record = ownRequest(operation, desk.state)
  if (record === undefined) return reject({ code: 'REQUEST_UNKNOWN' })
  if (!openStates.has(record.state)) return reject({ code: 'REQUEST_TOO_LATE' })
  if (record.remindedAt !== null && dayOf(record.remindedAt, timeZone) === dayOf(receivedAt, timeZone)) {
    return reject({ code: 'REQUEST_REMINDED_ALREADY' })
  }
  return {
    effect: 'accept',
    terms: { owner: record.owner, dueAt: record.dueAt, totalCents: null },
    apply: () => {
      record.remindedAt = receivedAt
      addEvent(record, 'reminded', desk)
    },
  }
}
