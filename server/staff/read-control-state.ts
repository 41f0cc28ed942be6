import type { ControlState, OrderView } from '#shared/contracts/staff.ts'
import type { Closing, Scope } from '#shared/directive/closing.ts'
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
  const numberOf = await readNumbers(database, closings)
  return {
    version,
    at: now.toISOString(),
    closings: closings.map(closing => ({
      closing,
      orderedBy: ordersById.get(closing.id)?.orderedBy ?? null,
      orderedAt: ordersById.get(closing.id)?.orderedAt ?? null,
      inmateNumber: numberOf(closing.scope),
    })),
    maintenance,
    waiting: await viewOrders(database, waiting, { closings, viewer }),
    ...places,
  }
}

/** Orders as the page shows them to the one who looks. */
export async function viewOrders(
  database: Database,
  orders: readonly RecordedOrder[],
  { closings, viewer }: { readonly closings: readonly Closing[]; readonly viewer: SignedIn },
): Promise<OrderView[]> {
  const scoped = orders.map(({ intent }) => (intent.kind === 'close' ? intent : undefined))
  const numberOf = await readNumbers(database, [...closings, ...scoped.filter(intent => intent !== undefined)])
  return orders.map(({ orderedById, ...order }) => {
    const { intent } = order
    const reopened = intent.kind === 'reopen' ? closings.find(({ id }) => id === intent.closingId) : undefined
    const reopens = reopened ?? null
    const scope = intent.kind === 'close' ? intent.scope : reopens?.scope
    return { ...order, reopens, inmateNumber: numberOf(scope), isOwn: orderedById === viewer.id }
  })
}

async function readNumbers(database: Database, scoped: readonly { readonly scope: Scope }[]) {
  const ids = scoped.flatMap(({ scope }) => (scope.kind === 'inmate' ? [scope.inmateId] : []))
  const numbers = await readInmateNumbers(database, ids)
  return (scope: Scope | undefined) => (scope?.kind === 'inmate' ? (numbers.get(scope.inmateId) ?? null) : null)
}
