import type { FastifyInstance } from 'fastify'

/** One line for each request that was answered: which route, how it ended, how long it took, for which terminal. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        terminalId: request.provenTerminal?.id,
        code: request.errorCode,
      },
      'request answered',
    )
    done()
  })
}
