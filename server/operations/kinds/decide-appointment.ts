import { type Decide, reject } from '../decision.ts'
import { openRequest } from './open-request.ts'

/** Decides a request for the medical service. Its text stays sealed: the server checks only to whose key. */
export const decideAppointment: Decide<'medical.appointment'> = (fresh, desk) => {
  const sealed = fresh.operation.body
  if (!desk.state.medicalKeyIds.has(sealed.keyId)) return reject({ code: 'MEDICAL_KEY_UNKNOWN' })
  const dueAt = desk.house.calendar.endOfSecondWorkingDay(fresh.receivedAt)
  return {
    effect: 'accept',
    terms: { owner: 'medical', dueAt, totalCents: null },
    apply: receipt => {
      openRequest(
        fresh,
        { kind: 'medical', owner: 'medical', dueAt, order: null, receipt, lines: [], sealed, page: null },
        desk,
      )
    },
  }
}
