import type { ControlState, OrderView } from '#shared/contracts/staff.ts'
import type { Closing } from '#shared/directive/closing.ts'
import type { Database } from '../database/open-database.ts'
import type { ControlPorts, RecordedOrder } from './control-ports.ts'
import { readInmateNumbers, readPlaces } from './read-places.ts'
import type { SignedIn } from './sessions.ts'

/** How far back it is looked for who ordered a closing. */
const LATEST_ORDERS = 1000

/** Everything the page shows besides the live figures, for the one who looks. */
export async function readControlState(
  database: Database,
  control: Pick<ControlPorts, 'readState' | 'listOrders'>,
  { viewer, now }: { readonly viewer: SignedIn; readonly now: Date },
): Promise<ControlState> {
  const [{ version, closings, maintenance }, orders, waiting, places] = await Promise.all([
    control.readState(),
    control.listOrders({ limit: LATEST_ORDERS }),
    control.listOrders({ status: 'waiting' }),
    readPlaces(database),
  ])
  const ordersById = new Map(orders.map(order => [order.id, order]))
  const inmateIds = closings.flatMap(({ scope }) => (scope.kind === 'inmate' ? [scope.inmateId] : []))
  const numbers = await readInmateNumbers(database, inmateIds)
  return {
    version,
    at: now.toISOString(),
    closings: closings.map(closing => ({
      closing,
      orderedBy: ordersById.get(closing.id)?.orderedBy ?? null,
      orderedAt: ordersById.get(closing.id)?.orderedAt ?? null,
      inmateNumber: closing.scope.kind === 'inmate' ? (numbers.get(closing.scope.inmateId) ?? null) : null,
    })),
    maintenance,
    waiting: waiting.map(order => viewOrder(order, closings, viewer)),
    ...places,
  }
}

/** An order as the page shows it. */
export function viewOrder(
  { orderedById, ...order }: RecordedOrder,
  closings: readonly Closing[],
  viewer: SignedIn,
): OrderView {
  const { intent } = order
  const reopened = intent.kind === 'reopen' ? closings.find(({ id }) => id === intent.closingId) : undefined
  return { ...order, reopens: reopened ?? null, isOwn: orderedById === viewer.id }
}
