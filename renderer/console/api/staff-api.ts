import {
  type ControlState,
  controlStateSchema,
  doneSchema,
  type Effect,
  effectSchema,
  type InmateView,
  inmateViewSchema,
  type InvitationAnswer,
  invitationAnswerSchema,
  type OrderAnswer,
  orderAnswerSchema,
  orderListSchema,
  type OrderView,
  type StaffList,
  staffListSchema,
  type StaffSession,
  staffSessionSchema,
} from '#shared/contracts/staff.ts'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import type { OrderId } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import { askToJoin, joinWithPasskey, type Joining, signInWithPasskey } from './passkeys.ts'
import { request } from './request.ts'
import { watchProgress, type WatchEvents } from './watch-progress.ts'

/** All the page asks of the server. Every failure is an `ApiError`. */
export interface StaffApi {
  readonly session: () => Promise<StaffSession>
  /** Whom a link is for; then `join` makes the passkey. */
  readonly askToJoin: (token: string) => Promise<Joining>
  readonly join: (joining: Joining) => Promise<void>
  readonly signIn: () => Promise<void>
  readonly signOut: () => Promise<void>
  /** Somebody is at the page. */
  readonly use: () => Promise<void>
  readonly state: () => Promise<ControlState>
  readonly describeEffect: (intent: OrderIntent) => Promise<Effect>
  readonly order: (intent: OrderIntent) => Promise<OrderAnswer>
  /** The latest orders, the latest first. */
  readonly orders: () => Promise<{ readonly orders: readonly OrderView[] }>
  readonly approve: (id: OrderId) => Promise<OrderAnswer>
  readonly decline: (id: OrderId) => Promise<OrderAnswer>
  readonly inmate: (number: string) => Promise<InmateView>
  readonly staff: () => Promise<StaffList>
  readonly invite: (name: string) => Promise<InvitationAnswer>
  /** Follows the live figures until the answer is called. */
  readonly watch: (events: WatchEvents) => () => void
}

export function createStaffApi(): StaffApi {
  const post = { method: 'POST' } as const
  const done = async (url: string, method: 'POST' | 'DELETE') => void (await request(doneSchema, url, { method }))
  const decide = (url: string) => (id: OrderId) => request(orderAnswerSchema, url.replace(':id', id), post)
  return {
    session: () => request(staffSessionSchema, staffRoutes.session),
    askToJoin,
    join: joinWithPasskey,
    signIn: signInWithPasskey,
    signOut: () => done(staffRoutes.session, 'DELETE'),
    use: () => done(staffRoutes.sessionUse, 'POST'),
    state: () => request(controlStateSchema, staffRoutes.state),
    describeEffect: intent => request(effectSchema, staffRoutes.preview, { ...post, body: { intent } }),
    order: intent => request(orderAnswerSchema, staffRoutes.orders, { ...post, body: { intent } }),
    orders: () => request(orderListSchema, staffRoutes.orders),
    approve: decide(staffRoutes.approve),
    decline: decide(staffRoutes.decline),
    inmate: number => request(inmateViewSchema, staffRoutes.inmate.replace(':number', encodeURIComponent(number))),
    staff: () => request(staffListSchema, staffRoutes.invitations),
    invite: name => request(invitationAnswerSchema, staffRoutes.invitations, { ...post, body: { name } }),
    watch: watchProgress,
  }
}
