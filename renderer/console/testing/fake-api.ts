import { terminalIdSchema } from '#shared/contracts/ids.ts'
import type { ControlState, OrderView, Progress, StaffSession } from '#shared/contracts/staff.ts'
import { type Closing, closingSchema, orderIdSchema } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import { type Mock, vi } from 'vitest'
import { ApiError, type ApiFailure } from '../api/api-error.ts'
import type { StaffApi } from '../api/staff-api.ts'
import type { WatchEvents } from '../api/watch-progress.ts'

const names = (text: string) => ({ fr: text, nl: text, de: text, en: text })
export const AT = '2026-11-23T10:00:00.000Z'
export const orderId = (last: string) => orderIdSchema.parse(`0193f000-0000-7000-8000-00000000000${last}`)

export const session: StaffSession = {
  staff: { id: '6f1f0f0e-0000-4000-8000-000000000001', name: 'Anna', role: 'warden' },
  prison: { names: names('Valmont'), timeZone: 'Europe/Brussels' },
}

export function aClosing(more: Partial<Closing> = {}): Closing {
  return closingSchema.parse({
    id: orderId('1'),
    target: { kind: 'service', service: 'web' },
    scope: { kind: 'everyone' },
    reason: 'incident',
    line: null,
    from: null,
    until: null,
    ...more,
  })
}

export function aState(more: Partial<ControlState> = {}): ControlState {
  return {
    version: 3,
    at: AT,
    closings: [],
    maintenance: null,
    waiting: [],
    wings: [{ id: 'a', names: names('Wing A'), terminals: 2, people: 3 }],
    terminals: [{ id: terminalIdSchema.parse('6f1f0f0e-0000-4000-8000-00000000000a'), name: 'A-07', wingId: 'a' }],
    sites: [{ id: 'jobs', names: names('Jobs'), ruleIds: ['jobs-pages'] }],
    ...more,
  }
}

export function anOrder(intent: OrderIntent, more: Partial<OrderView> = {}): OrderView {
  return {
    id: orderId('9'),
    intent,
    reopens: null,
    inmateNumber: null,
    orderedBy: 'Ben',
    orderedAt: AT,
    status: 'waiting',
    decidedBy: null,
    decidedAt: null,
    isOwn: false,
    expected: { terminals: 2, people: 3 },
    ...more,
  }
}

export function aProgress(more: Partial<Progress> = {}): Progress {
  return {
    at: AT,
    version: 3,
    revision: '3.0.0',
    counts: { terminals: 2, issued: 0, sent: 0, obeyed: 2, unreachable: 0 },
    sent: [],
    unreachable: [],
    obeyed: [{ name: 'A-07', at: AT }],
    ...more,
  }
}

export interface FakeApi extends StaffApi {
  state: Mock<StaffApi['state']>
  /** What the page is told while it watches. */
  readonly events: () => WatchEvents
}

export const refuse = (code: ApiFailure) => () => Promise.reject(new ApiError(code))

/** A server that says yes. */
export function createFakeApi(state: () => ControlState = aState): FakeApi {
  let events: WatchEvents | undefined
  const answer = { id: orderId('9'), status: 'in-force' } as const
  return {
    session: vi.fn<StaffApi['session']>(async () => session),
    askToJoin: vi.fn<StaffApi['askToJoin']>(async token => ({ token, name: 'Anna', optionsJSON: {} as never })),
    join: vi.fn<StaffApi['join']>(async () => undefined),
    signIn: vi.fn<StaffApi['signIn']>(async () => undefined),
    signOut: vi.fn<StaffApi['signOut']>(async () => undefined),
    use: vi.fn<StaffApi['use']>(async () => undefined),
    state: vi.fn<StaffApi['state']>(async () => state()),
    describeEffect: vi.fn<StaffApi['describeEffect']>(async () => ({
      terminals: 2,
      people: 3,
      closes: ['web' as const],
      opens: [],
      stays: ['canteen' as const],
      needsSecondWarden: false,
    })),
    order: vi.fn<StaffApi['order']>(async () => answer),
    orders: vi.fn<StaffApi['orders']>(async () => ({ orders: [] })),
    approve: vi.fn<StaffApi['approve']>(async () => answer),
    decline: vi.fn<StaffApi['decline']>(async () => answer),
    inmate: vi.fn<StaffApi['inmate']>(refuse('INMATE_UNKNOWN')),
    staff: vi.fn<StaffApi['staff']>(async () => ({ staff: [session.staff], invited: [] })),
    invite: vi.fn<StaffApi['invite']>(async () => ({
      url: 'https://localhost:7444/control/#join=secret',
      expiresAt: AT,
    })),
    watch: vi.fn<StaffApi['watch']>((next: WatchEvents) => {
      events = next
      return () => undefined
    }),
    events: () => {
      if (events === undefined) throw new Error('nobody watches')
      return events
    },
  }
}
