import type { onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  controlStateSchema,
  effectSchema,
  inmateParamsSchema,
  inmateViewSchema,
  orderAnswerSchema,
  orderListSchema,
  orderParamsSchema,
  orderRequestSchema,
} from '#shared/contracts/staff.ts'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import type { Database } from '../database/open-database.ts'
import type { ControlPorts } from './control-ports.ts'
import { readControlState, viewOrders } from './read-control-state.ts'
import { findInmate } from './read-places.ts'
import { sessionOf } from './require-staff.ts'

export interface ControlRouteOptions {
  readonly database: Database
  readonly control: ControlPorts
  readonly requireStaff: onRequestAsyncHookHandler
  readonly clock: () => Date
}

const LISTED_ORDERS = 100

/** What is open and closed for whom. */
export const stateRoutes: FastifyPluginAsyncZod<ControlRouteOptions> = async (app, options) => {
  const { database, control, requireStaff: onRequest, clock } = options
  app.route({
    method: 'GET',
    url: staffRoutes.state,
    onRequest,
    schema: { response: { 200: controlStateSchema } },
    handler: request => readControlState(database, control, { viewer: sessionOf(request).staff, now: clock() }),
  })
  app.route({
    method: 'GET',
    url: staffRoutes.orders,
    onRequest,
    schema: { response: { 200: orderListSchema } },
    handler: async request => {
      const [{ closings }, orders] = await Promise.all([
        control.readState(),
        control.listOrders({ limit: LISTED_ORDERS }),
      ])
      const viewer = sessionOf(request).staff
      return { orders: await viewOrders(database, orders, { closings, viewer }) }
    },
  })
  app.route({
    method: 'GET',
    url: staffRoutes.inmate,
    onRequest,
    schema: { params: inmateParamsSchema, response: { 200: inmateViewSchema } },
    handler: request => findInmate(database, request.params.number),
  })
}

/** Orders: what one would do, giving it, and the second warden's word. */
export const orderRoutes: FastifyPluginAsyncZod<ControlRouteOptions> = async (app, options) => {
  const { control, requireStaff: onRequest } = options
  app.route({
    method: 'POST',
    url: staffRoutes.preview,
    onRequest,
    schema: { body: orderRequestSchema, response: { 200: effectSchema } },
    handler: request => control.describeEffect(request.body.intent),
  })
  app.route({
    method: 'POST',
    url: staffRoutes.orders,
    onRequest,
    schema: { body: orderRequestSchema, response: { 200: orderAnswerSchema } },
    handler: request => control.issueOrder(request.body.intent, sessionOf(request).staff),
  })
  const schema = { params: orderParamsSchema, response: { 200: orderAnswerSchema } }
  app.route({
    method: 'POST',
    url: staffRoutes.approve,
    onRequest,
    schema,
    handler: request => control.approveOrder(request.params.id, sessionOf(request).staff),
  })
  app.route({
    method: 'POST',
    url: staffRoutes.decline,
    onRequest,
    schema,
    handler: request => control.declineOrder(request.params.id, sessionOf(request).staff),
  })
}
