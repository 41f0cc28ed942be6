import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { errorCodes, GuichetError } from '#shared/errors/guichet-error.ts'
import { classifyError } from './classify-error.ts'

/** How long a client is asked to wait when the server cannot work, in seconds; it adds its own jitter. */
const RETRY_AFTER_SECONDS = 2

/**
 * Answers a failure with `{code, retryable}` and nothing else.
 *
 * What it was is written to this server's log only, and only where somebody must look: a bug.
 */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, code } = classifyError(error)
  if (status === 500) request.log.error({ error, code }, 'a request failed')
  if (status === 503) void reply.header('retry-after', String(RETRY_AFTER_SECONDS))
  if (status === 401) void reply.header('www-authenticate', 'Bearer')
  request.errorCode = code
  // Bytes, so that no response schema of the route is asked about an error.
  const body = JSON.stringify({ code, retryable: errorCodes[code].retryable })
  return reply.code(status).type('application/json; charset=utf-8').send(body)
}

/** Makes every failure of `app`, unknown routes included, answer through `answerError`. */
export function answerErrors(app: FastifyInstance): void {
  app.decorateRequest('errorCode', null)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) =>
    answerError(new GuichetError('ROUTE_UNKNOWN', 'no such route'), request, reply),
  )
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The code this request was answered with, for its log line. */
    errorCode: string | null
  }
}
