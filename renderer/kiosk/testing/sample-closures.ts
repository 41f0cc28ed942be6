import type { Closure } from '#shared/contracts/closure.ts'

/** Closed after an incident, until a warden opens it again. */
export const closure: Closure = { reason: 'incident', line: null, until: null }

/** Closed until the evening of 3 March, the day after the tests take place. */
export const untilTomorrow: Closure = { reason: 'staffing', line: null, until: '2026-03-03T17:00:00Z' }

/** Closed because this terminal was without its prison for too long. */
export const noContact: Closure = { reason: 'no-contact', line: null, until: null }

/** The platform as a whole: everything but what is medical. */
export const platformClosed = {
  platform: closure,
  web: closure,
  canteen: closure,
  requests: closure,
  complaints: closure,
  notices: closure,
}
