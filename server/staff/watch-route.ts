import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler, RouteHandlerMethod } from 'fastify'
import type { ServerResponse } from 'node:http'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { ControlPorts } from './control-ports.ts'
import { staffPageHeaders } from './page-headers.ts'
import { type ProvenSession, sessionOf } from './require-staff.ts'

/** The most pages that may watch at once. */
export const MOST_WATCHERS = 100
/** How far apart two events are at least, and how often a session is looked at again, in milliseconds. */
export const EVENT_GAP_MS = 200
export const SESSION_CHECK_MS = 10_000

export interface WatchRouteOptions {
  readonly control: Pick<ControlPorts, 'readProgress' | 'watch'>
  readonly requireStaff: onRequestAsyncHookHandler
  readonly isStillIn: (session: ProvenSession) => Promise<boolean>
}

/**
 * `GET /staff/v1/watch`: the live figures as server-sent events, `progress` with a `progressSchema` each.
 *
 *  - The first at once, then one after each change, never two within `EVENT_GAP_MS`; without a change one with each look at
 *    the session, so that a page knows its figures are alive.
 *  - Ends with `signed-out` when the session is over: watching does not keep it.
 */
export function addWatchRoute(app: FastifyInstance, options: WatchRouteOptions): void {
  const streams = new Set<ServerResponse>()
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end()
  })
  const watch: RouteHandlerMethod = async (request, reply) => {
    if (streams.size >= MOST_WATCHERS) throw new GuichetError('SERVER_BUSY', 'too many pages watch')
    reply.hijack()
    const stream = reply.raw
    streams.add(stream)
    stream.writeHead(200, { ...staffPageHeaders, 'content-type': 'text/event-stream', connection: 'close' })
    const stop = follow(request, stream, options)
    stream.once('close', () => {
      streams.delete(stream)
      stop()
    })
  }
  app.route({ method: 'GET', url: staffRoutes.watch, onRequest: options.requireStaff, handler: watch })
}

function follow(request: FastifyRequest, stream: ServerResponse, { control, isStillIn }: WatchRouteOptions) {
  const session = sessionOf(request)
  const send = (event: string, data: unknown) => stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  const fail = (error: unknown) => {
    // The page connects again and says meanwhile that its figures are old.
    request.log.error({ error }, 'a page could not be told')
    stream.end()
  }
  const told = coalesced(async () => {
    if (!stream.writableNeedDrain) send('progress', await control.readProgress())
  }, fail)
  const checked = async () => {
    if (await isStillIn(session)) {
      told.now()
      return
    }
    send('signed-out', {})
    stream.end()
  }
  const checking = setInterval(() => void checked().catch(fail), SESSION_CHECK_MS)
  const unwatch = control.watch(told.now)
  told.now()
  return () => {
    clearInterval(checking)
    unwatch()
    told.stop()
  }
}

/** Runs `work` when asked, one at a time and never twice within `EVENT_GAP_MS`; asked meanwhile, once more afterwards. */
function coalesced(work: () => Promise<void>, fail: (error: unknown) => void) {
  let isAsked = false
  let isBusy = false
  let isStopped = false
  let gap: NodeJS.Timeout | undefined
  const runIfAsked = () => {
    if (!isAsked || isBusy || isStopped) return
    isAsked = false
    isBusy = true
    work().then(rest, fail)
  }
  const rest = () => {
    gap = setTimeout(() => {
      isBusy = false
      runIfAsked()
    }, EVENT_GAP_MS)
  }
  return {
    now: () => {
      isAsked = true
      runIfAsked()
    },
    stop: () => {
      isStopped = true
      clearTimeout(gap)
    },
  }
}
