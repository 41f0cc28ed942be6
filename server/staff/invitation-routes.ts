import type { onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { invitationAnswerSchema, invitationRequestSchema, staffListSchema } from '#shared/contracts/staff.ts'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import type { Database } from '../database/open-database.ts'
import { invitationUrl } from './invitation-url.ts'
import { inviteStaff } from './invitations.ts'
import type { RelyingParty } from './passkeys.ts'
import { sessionOf } from './require-staff.ts'
import { listStaff } from './staff-list.ts'

export interface InvitationRouteOptions {
  readonly database: Database
  readonly relyingParty: RelyingParty
  readonly requireStaff: onRequestAsyncHookHandler
  readonly clock: () => Date
}

/** Who works here, and links for those who are to come. */
export const invitationRoutes: FastifyPluginAsyncZod<InvitationRouteOptions> = async (app, options) => {
  const { database, relyingParty, requireStaff: onRequest, clock } = options
  app.route({
    method: 'GET',
    url: staffRoutes.invitations,
    onRequest,
    schema: { response: { 200: staffListSchema } },
    handler: () => listStaff(database, clock()),
  })
  app.route({
    method: 'POST',
    url: staffRoutes.invitations,
    onRequest,
    schema: { body: invitationRequestSchema, response: { 200: invitationAnswerSchema } },
    handler: async request => {
      const invitedBy = sessionOf(request).staff.id
      const { token, expiresAt } = await inviteStaff(database, { name: request.body.name, invitedBy }, clock())
      return { url: invitationUrl(relyingParty.origin, token), expiresAt: expiresAt.toISOString() }
    },
  })
}
