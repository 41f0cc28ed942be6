import type { Progress } from '#shared/contracts/staff.ts'
import { nothingOrdered } from '#shared/directive/apply-order.ts'
import { needsSecondWarden } from '#shared/directive/needs-second-warden.ts'
import { MAX_NAMED_TERMINALS } from '#shared/contracts/staff.ts'
import type { ControlPorts as OrderPorts } from '../control/control-ports.ts'
import { approveOrder, declineOrder } from '../control/orders/decide-order.ts'
import { describeEffect } from '../control/orders/describe-effect.ts'
import { issueOrder } from '../control/orders/issue-order.ts'
import { type ListedOrder, listOrders } from '../control/orders/list-orders.ts'
import { readProgress, type TerminalProgress } from '../control/progress/read-progress.ts'
import { readState } from '../control/state/read-state.ts'
import type { Database } from '../database/open-database.ts'
import type { ControlPorts, RecordedOrder } from '../staff/control-ports.ts'
import type { StaffWatch } from './staff-watch.ts'

/** Joins the wardens' routes to the orders. Whoever follows them is told of each order given or decided here. */
export function createStaffControl(
  ports: OrderPorts,
  { watch, tell }: Pick<StaffWatch, 'watch' | 'tell'>,
): ControlPorts {
  const { database, clock } = ports
  const via = 'console' as const
  const state = async () => (await readState(database))?.document ?? { version: 0, ...nothingOrdered }
  return {
    readState: state,
    listOrders: async filter => (await listOrders(database, filter)).map(toRecorded),
    describeEffect: async intent => ({
      ...(await describeEffect(database, intent).then(toLists)),
      needsSecondWarden: needsSecondWarden(await state(), intent),
    }),
    issueOrder: async (intent, by) => {
      const { id, status } = await issueOrder(ports, { intent, by, via })
      tell()
      return { id, status }
    },
    approveOrder: async (orderId, by) => {
      const { id, status } = await approveOrder(ports, { orderId, by, via })
      tell()
      return { id, status }
    },
    declineOrder: async (orderId, by) => {
      await declineOrder(ports, { orderId, by, via })
      tell()
      return { id: orderId, status: 'declined' }
    },
    readProgress: () => countProgress(database, clock()),
    watch,
  }
}

function toLists(effect: Awaited<ReturnType<typeof describeEffect>>) {
  const { terminals, people, closes, opens, stays } = effect
  return { terminals, people, closes: [...closes], opens: [...opens], stays: [...stays] }
}

function toRecorded(order: ListedOrder): RecordedOrder {
  const { id, intent, status, expected } = order
  return {
    id,
    intent,
    status,
    expected: { terminals: expected.terminals, people: expected.people },
    orderedById: order.orderedBy.id,
    orderedBy: order.orderedBy.name,
    orderedAt: order.orderedAt.toISOString(),
    decidedBy: order.decidedBy?.name ?? null,
    decidedAt: order.decidedAt?.toISOString() ?? null,
  }
}

async function countProgress(database: Database, now: Date): Promise<Progress> {
  const { version, counts, terminals } = await readProgress(database)
  const withStatus = (status: TerminalProgress['status']) =>
    terminals.filter(terminal => terminal.status === status).slice(0, MAX_NAMED_TERMINALS)
  return {
    at: now.toISOString(),
    version,
    revision: await readRevision(database, version),
    counts: {
      terminals: counts.terminals,
      issued: counts.issued,
      sent: counts.sent,
      obeyed: counts.obeyed,
      unreachable: counts.unreachable,
    },
    sent: withStatus('sent').map(({ name }) => ({ name })),
    unreachable: withStatus('unreachable').map(({ name, webLeaseUntil }) => ({
      name,
      leaseUntil: webLeaseUntil?.toISOString() ?? null,
    })),
    obeyed: withStatus('obeyed')
      .toSorted((a, b) => (b.obeyedAt?.getTime() ?? 0) - (a.obeyedAt?.getTime() ?? 0))
      .map(({ name, obeyedAt }) => ({ name, at: obeyedAt?.toISOString() ?? null })),
  }
}

/** Orders come and are decided, never otherwise: their numbers tell whether anything did. */
async function readRevision(database: Database, version: number): Promise<string> {
  const { given, decided } = await database
    .selectFrom('state_orders')
    .select(({ fn }) => [fn.countAll<number>().as('given'), fn.count<number>('decided_at').as('decided')])
    .executeTakeFirstOrThrow()
  return `${version}.${given}.${decided}`
}
