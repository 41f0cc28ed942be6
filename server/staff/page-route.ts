import type { FastifyInstance, FastifyReply } from 'fastify'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { PageFiles } from './page-files.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** The page and what it loads. Files whose names carry their hash may be kept; the page itself is asked for each time. */
export function addPageRoute(app: FastifyInstance, files: PageFiles): void {
  const toPage = (_request: unknown, reply: FastifyReply) => reply.redirect(staffRoutes.page)
  app.route({ method: 'GET', url: '/', handler: toPage })
  app.route({ method: 'GET', url: staffRoutes.page.slice(0, -1), handler: toPage })
  app.route<{ Params: { '*': string } }>({
    method: 'GET',
    url: `${staffRoutes.page}*`,
    handler: (request, reply) => {
      const name = request.params['*'] === '' ? 'index.html' : request.params['*']
      const file = files.get(name)
      if (file === undefined) throw new GuichetError('ROUTE_UNKNOWN', 'no such file')
      if (name.startsWith('assets/')) void reply.header('cache-control', FOR_EVER)
      return reply.type(file.type).send(file.content)
    },
  })
}
