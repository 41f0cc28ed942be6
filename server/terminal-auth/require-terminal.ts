import type { onRequestAsyncHookHandler } from 'fastify'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { FindTerminal, TerminalIdentity } from './terminal-identity.ts'
import { verifyTerminalToken } from './verify-terminal-token.ts'

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i

/**
 * The hook every terminal route begins with, before a byte of its body is read.
 *
 * Refuses with the very same `TERMINAL_REFUSED` whatever is wrong: which of it, an attacker learns nothing
 * from. The `Date` header of the answer lets an honest terminal with a wrong clock correct itself.
 */
export function createRequireTerminal(findTerminal: FindTerminal, clock: () => Date): onRequestAsyncHookHandler {
  return async request => {
    const token = bearerTokenOf(request.headers.authorization)
    const terminal = token === undefined ? undefined : await verifyTerminalToken(token, findTerminal, clock())
    if (terminal === undefined) throw new GuichetError('TERMINAL_REFUSED', 'not a terminal of this prison')
    request.provenTerminal = terminal
  }
}

/** The token an `Authorization` header carries, if it looks like one. */
export function bearerTokenOf(authorization: string | undefined): string | undefined {
  return BEARER.exec(authorization ?? '')?.[1]
}

/** The terminal the hook let in. Asking without the hook is a bug. */
export function terminalOf(request: { readonly provenTerminal: TerminalIdentity | null }): TerminalIdentity {
  if (request.provenTerminal === null) throw new Error('the route lacks its terminal hook')
  return request.provenTerminal
}

declare module 'fastify' {
  interface FastifyRequest {
    provenTerminal: TerminalIdentity | null
  }
}
