import type { onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type RefusalCount, refusalReportSchema } from '#shared/contracts/refusals.ts'
import { errorBodySchema } from '#shared/contracts/sync.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { terminalOf } from '../../terminal-auth/require-terminal.ts'
import type { CountedRefusal } from './refusal-store.ts'

interface RefusalsRouteOptions {
  readonly store: (refusals: readonly CountedRefusal[]) => Promise<void>
  readonly requireTerminal: onRequestAsyncHookHandler
  readonly clock: () => Date
}

const REPORT_BODY_LIMIT = 256 * 1024
const DAY_MS = 24 * 60 * 60 * 1000
/** A terminal may have been off the line for so long. */
const OLDEST_DAYS = 31

/**
 * `POST /terminal/v1/refusals`: what the kiosk's own gate refused (docs/protocol.md §8).
 *
 * Days that cannot be are put to the nearest that can: a wrong clock must not hold up the report.
 */
export const refusalsRoute: FastifyPluginAsyncZod<RefusalsRouteOptions> = async (app, options) => {
  const { store, requireTerminal, clock } = options
  app.route({
    method: 'POST',
    url: terminalRoutes.refusals,
    bodyLimit: REPORT_BODY_LIMIT,
    onRequest: requireTerminal,
    schema: {
      summary: 'Report what the kiosk’s gate refused',
      security: [{ terminalToken: [] }],
      body: refusalReportSchema,
      response: { 204: z.null().describe('Counted'), '4xx': errorBodySchema, '5xx': errorBodySchema },
    },
    handler: async (request, reply) => {
      const { id: terminalId } = terminalOf(request)
      const nowMs = clock().getTime()
      const counted = ({ day, ...refusal }: RefusalCount): CountedRefusal => ({
        ...refusal,
        day: likelyDay(day, nowMs),
        terminalId,
        gate: 'kiosk',
      })
      await store(request.body.refusals.map(counted))
      reply.code(204)
      return null
    },
  })
}

function likelyDay(day: string, nowMs: number): string {
  const earliest = new Date(nowMs - OLDEST_DAYS * DAY_MS).toISOString().slice(0, 10)
  const latest = new Date(nowMs + DAY_MS).toISOString().slice(0, 10)
  if (day < earliest) return earliest
  return day > latest ? latest : day
}
