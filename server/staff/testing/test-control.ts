import { v7 as uuidv7 } from 'uuid'
import { type Closing, orderIdSchema } from '#shared/directive/closing.ts'
import type { ControlPorts, RecordedOrder } from '../control-ports.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'

/** Stands in for the orders and the channel: remembers what it was asked, and tells watchers when a test says so. */
export interface TestControl extends ControlPorts {
  readonly calls: unknown[]
  readonly tell: () => void
  readonly watchers: () => number
  closings: readonly Closing[]
  orders: readonly RecordedOrder[]
  obeyed: number
}

export function createTestControl(now: () => Date): TestControl {
  const listeners = new Set<() => void>()
  const id = orderIdSchema.parse(uuidv7())
  const control: TestControl = {
    calls: [],
    closings: [],
    orders: [],
    obeyed: 0,
    tell: () => listeners.forEach(listener => listener()),
    watchers: () => listeners.size,
    readState: async () => ({ version: 7, closings: [...control.closings], maintenance: null }),
    listOrders: async filter =>
      'status' in filter ? control.orders.filter(({ status }) => status === filter.status) : control.orders,
    describeEffect: async intent => {
      control.calls.push(['describe', intent])
      return { terminals: 2, people: 3, closes: ['web'], opens: [], stays: ['medical'], needsSecondWarden: false }
    },
    issueOrder: async (intent, by) => {
      if (intent.kind === 'maintenance-end') throw new GuichetError('ORDER_REFUSED', 'there is none')
      control.calls.push(['issue', intent, by.name])
      return { id, status: 'in-force' }
    },
    approveOrder: async (orderId, by) => {
      control.calls.push(['approve', orderId, by.name])
      return { id: orderId, status: 'in-force' }
    },
    declineOrder: async (orderId, by) => {
      control.calls.push(['decline', orderId, by.name])
      return { id: orderId, status: 'declined' }
    },
    readProgress: async () => ({
      at: now().toISOString(),
      version: 7,
      revision: '7',
      counts: { terminals: 2, issued: 0, sent: 2 - control.obeyed, obeyed: control.obeyed, unreachable: 0 },
      sent: [],
      unreachable: [],
      obeyed: [],
    }),
    watch: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return control
}
