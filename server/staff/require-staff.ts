import type { onRequestAsyncHookHandler } from 'fastify'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Database } from '../database/open-database.ts'
import { findSession, type SignedIn, touchSession } from './sessions.ts'
import { sessionTokenOf } from './staff-cookie.ts'

/** The session a request was let in by. */
export interface ProvenSession {
  readonly token: string
  readonly staff: SignedIn
}

/**
 * The hook of every route that is for those who work here. Throws `SESSION_MISSING`, whatever is wrong.
 *
 * A change keeps the session alive, reading does not: a page left open signs nobody in for the whole day.
 */
export function createRequireStaff(database: Database, clock: () => Date): onRequestAsyncHookHandler {
  return async request => {
    const token = sessionTokenOf(request.headers.cookie)
    const staff = token === undefined ? undefined : await findSession(database, token, clock())
    if (token === undefined || staff === undefined) throw new GuichetError('SESSION_MISSING', 'nobody is signed in')
    if (request.method !== 'GET') await touchSession(database, token, clock())
    request.provenStaff = { token, staff }
  }
}

/** The session the hook let in. Asking without the hook is a bug. */
export function sessionOf(request: { readonly provenStaff: ProvenSession | null }): ProvenSession {
  if (request.provenStaff === null) throw new Error('the route lacks its staff hook')
  return request.provenStaff
}

declare module 'fastify' {
  interface FastifyRequest {
    provenStaff: ProvenSession | null
  }
}
