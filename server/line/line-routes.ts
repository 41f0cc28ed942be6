import type { onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { errorBodySchema } from '#shared/contracts/sync.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'

interface LineRouteOptions {
  readonly requireTerminal: onRequestAsyncHookHandler
}

/**
 * `GET /terminal/v1/probe`: tells a terminal that the line is up and that it is known here. Next to free, so
 * that a whole prison may ask every few seconds. `GET /health`: the process answers.
 */
export const lineRoutes: FastifyPluginAsyncZod<LineRouteOptions> = async (app, { requireTerminal }) => {
  app.route({
    method: 'GET',
    url: terminalRoutes.probe,
    onRequest: requireTerminal,
    schema: {
      summary: 'Is the line up, and is this terminal known',
      security: [{ terminalToken: [] }],
      response: { 204: z.null().describe('It is'), '4xx': errorBodySchema, '5xx': errorBodySchema },
    },
    handler: async (_request, reply) => {
      reply.code(204)
      return null
    },
  })
  app.route({
    method: 'GET',
    url: '/health',
    schema: { summary: 'Does the process answer', response: { 200: z.strictObject({ status: z.literal('up') }) } },
    handler: () => ({ status: 'up' as const }),
  })
}
