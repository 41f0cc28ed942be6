import type { onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { errorBodySchema, PUSH_BODY_LIMIT, pushRequestSchema, pushResponseSchema } from '#shared/contracts/sync.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { terminalOf } from '../terminal-auth/require-terminal.ts'
import type { PushService } from './push-service.ts'
import { giveSignsOfLife } from './signs-of-life.ts'

interface PushRouteOptions {
  readonly pushService: PushService
  readonly requireTerminal: onRequestAsyncHookHandler
  /** Asked after it, before the body is read: whether pushes are taken now. Left out, they are. */
  readonly admit?: onRequestAsyncHookHandler | undefined
}

/**
 * `POST /terminal/v1/push`: settles a batch of a terminal's outbox (docs/protocol.md §3).
 *
 * Safe to repeat, in whole or in part and in any order: an operation that was answered before is answered
 * the same again and changes nothing.
 */
export const pushRoute: FastifyPluginAsyncZod<PushRouteOptions> = async (
  app,
  { pushService, requireTerminal, admit },
) => {
  app.route({
    method: 'POST',
    url: terminalRoutes.push,
    bodyLimit: PUSH_BODY_LIMIT,
    onRequest: admit === undefined ? requireTerminal : [requireTerminal, admit],
    schema: {
      summary: 'Settle a batch of operations',
      security: [{ terminalToken: [] }],
      body: pushRequestSchema,
      response: { 200: pushResponseSchema, '4xx': errorBodySchema, '5xx': errorBodySchema },
    },
    handler: async (request, reply) => {
      giveSignsOfLife(reply.raw)
      return { verdicts: await pushService.apply(terminalOf(request), request.body) }
    },
  })
}
