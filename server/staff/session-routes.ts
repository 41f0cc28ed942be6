import type { onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { doneSchema, staffSessionSchema } from '#shared/contracts/staff.ts'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import type { Database } from '../database/open-database.ts'
import { readPrison } from '../database/read-prison.ts'
import { sessionOf } from './require-staff.ts'
import { closeSession } from './sessions.ts'
import { endedSessionCookie } from './staff-cookie.ts'

export interface SessionRouteOptions {
  readonly database: Database
  readonly requireStaff: onRequestAsyncHookHandler
}

/** Who is in, still being there, and going out. */
export const sessionRoutes: FastifyPluginAsyncZod<SessionRouteOptions> = async (app, { database, requireStaff }) => {
  app.route({
    method: 'GET',
    url: staffRoutes.session,
    onRequest: requireStaff,
    schema: { response: { 200: staffSessionSchema } },
    handler: async request => {
      const { names, timeZone } = await readPrison(database)
      return { staff: sessionOf(request).staff, prison: { names, timeZone } }
    },
  })
  app.route({
    method: 'POST',
    url: staffRoutes.sessionUse,
    onRequest: requireStaff,
    schema: { response: { 200: doneSchema } },
    handler: () => ({ done: true as const }),
  })
  app.route({
    method: 'DELETE',
    url: staffRoutes.session,
    onRequest: requireStaff,
    schema: { response: { 200: doneSchema } },
    handler: async (request, reply) => {
      await closeSession(database, sessionOf(request).token)
      void reply.header('set-cookie', endedSessionCookie)
      return { done: true as const }
    },
  })
}
