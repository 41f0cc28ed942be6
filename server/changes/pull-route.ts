import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { type FastifyPluginAsyncZod, hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { errorBodySchema, pullQuerySchema, pullResponseSchema } from '#shared/contracts/sync.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { terminalOf } from '../terminal-auth/require-terminal.ts'
import type { PullService } from './pull-service.ts'

interface PullRouteOptions {
  readonly pullService: PullService
  readonly requireTerminal: onRequestAsyncHookHandler
}

/**
 * `GET /terminal/v1/pull?cursor=`: what changed since, for this terminal and no other (docs/protocol.md §5).
 *
 * A cursor this server cannot use, however it is broken, is answered 409: the terminal starts over without one.
 */
export const pullRoute: FastifyPluginAsyncZod<PullRouteOptions> = async (app, { pullService, requireTerminal }) => {
  app.route({
    method: 'GET',
    url: terminalRoutes.pull,
    onRequest: requireTerminal,
    attachValidation: true,
    schema: {
      summary: 'Fetch what changed',
      security: [{ terminalToken: [] }],
      querystring: pullQuerySchema,
      response: { 200: pullResponseSchema, '4xx': errorBodySchema, '5xx': errorBodySchema },
    },
    handler: async request => {
      assertQuery(request)
      return pullService.pull(terminalOf(request).id, request.query.cursor)
    },
  })
}

function assertQuery({ validationError }: Pick<FastifyRequest, 'validationError'>): void {
  if (validationError === undefined) return
  if (isAboutCursor(validationError)) throw new GuichetError('PULL_CURSOR_UNKNOWN', 'not a cursor of this server')
  throw validationError
}

function isAboutCursor(error: unknown): boolean {
  if (!hasZodFastifySchemaValidationErrors(error)) return false
  return error.validation.every(({ instancePath }) => instancePath === '/cursor')
}
