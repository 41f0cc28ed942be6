import type { Decide } from '../decision.ts'
import { openRequest } from './open-request.ts'

/** Takes down that somebody asks for a page. Whether it opens is the technician's to say, in the web policy. */
export const decidePageRequest: Decide<'web.page-request'> = (fresh, desk) => {
  const dueAt = desk.house.calendar.endOfSecondWorkingDay(fresh.receivedAt)
  const page = fresh.operation.body
  return {
    effect: 'accept',
    terms: { owner: 'technician', dueAt, totalCents: null },
    apply: receipt => {
      const asked = { kind: 'web', owner: 'technician', dueAt, order: null, receipt, lines: [], sealed: null } as const
      openRequest(fresh, { ...asked, page }, desk)
    },
  }
}
