import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { RelyingParty } from './passkeys.ts'

/*
 * Threat: a terminal that was taken over, or a page open in a warden's browser, speaks to the routes that close and open a
 * prison. The network is to keep terminals from this listener; what gets here all the same is refused by what it carries:
 * a terminal's token, a proxy's mark, the wrong name (a name that was made to point here), the wrong origin.
 */

/** What goes through a proxy says so, and no way of ours leads through one. */
const proxyMarks = [
  'forwarded',
  'proxy-authorization',
  'proxy-connection',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
]

const reading = new Set(['GET', 'HEAD'])

/** The hook every request of the wardens' listener begins with. Held by "refuses …" in `refuse-strangers.test.ts`. */
export function createRefuseStrangers(relyingParty: RelyingParty): onRequestAsyncHookHandler {
  return async request => {
    const { headers } = request
    const { origin } = relyingParty
    if (headers.authorization !== undefined) throw refusal('TERMINAL_REFUSED', 'a token is nothing here')
    if (proxyMarks.some(name => headers[name] !== undefined)) throw refusal('TERMINAL_REFUSED', 'came through a proxy')
    if (headers.host !== new URL(origin).host) throw refusal('ROUTE_UNKNOWN', 'asked for under another name')
    if (!reading.has(request.method) && headers.origin !== origin) throw refusal('STAFF_REFUSED', 'another origin')
    if (!comesFromOurPage(request)) throw refusal('STAFF_REFUSED', 'another site')
  }
}

/** Browsers say where a request comes from, and pages cannot change it. The page itself may be opened from anywhere. */
function comesFromOurPage({ headers, url }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || !url.startsWith('/staff/')
}

const refusal = (...args: ConstructorParameters<typeof GuichetError>) => new GuichetError(...args)
