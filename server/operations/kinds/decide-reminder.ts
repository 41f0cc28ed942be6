import type { RequestState } from '#shared/contracts/request.ts'
import { type Decide, reject } from '../decision.ts'
import { addEvent } from './add-event.ts'
import { ownRequest } from './own-request.ts'

const openStates: ReadonlySet<RequestState> = new Set<RequestState>(['received', 'in-hand', 'prepared'])

/** Decides whether an inmate's nudge on an open request counts: once a day of the prison's calendar. */
export const decideReminder: Decide<'request.remind'> = ({ operation, receivedAt }, desk) => {
  const { calendar } = desk.house
  const record = ownRequest(operation, desk.state)
  if (record === undefined) return reject({ code: 'REQUEST_UNKNOWN' })
  if (!openStates.has(record.state)) return reject({ code: 'REQUEST_TOO_LATE' })
  if (record.remindedAt !== null && calendar.dayOf(record.remindedAt) === calendar.dayOf(receivedAt)) {
    return reject({ code: 'REQUEST_REMINDED_ALREADY' })
  }
  return {
    effect: 'accept',
    terms: { owner: record.owner, dueAt: record.dueAt, totalCents: null },
    apply: () => {
      record.remindedAt = receivedAt
      addEvent(record, 'reminded', receivedAt, desk)
    },
  }
}
