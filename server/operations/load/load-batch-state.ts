import type { InmateId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import type { RequestState } from '#shared/contracts/request.ts'
import type { Transaction } from '../../database/open-database.ts'
import { type BatchState, neighbourKey, type RequestRecord } from '../batch-state.ts'
import type { ArrivedOperation } from '../incoming.ts'
import { loadOrdered, loadWindows, lockProducts } from './load-canteen.ts'
import { loadKnown, loadMedicalKeys } from './load-known.ts'
import { loadPurses, lockNeighbours } from './load-people.ts'
import { loadRequests } from './load-requests.ts'
import { namedInmates, namedNeighbours, namedOperations, wantedRows } from './wanted-rows.ts'

const withdrawable: ReadonlySet<RequestState> = new Set<RequestState>(['received', 'in-hand'])

/**
 * Locks and reads all that a batch is decided on, in a fixed number of queries however long it is.
 *
 * Locks are taken in one order everywhere: people, then their requests, then products, each by id.
 */
export async function loadBatchState(
  transaction: Transaction,
  arrived: readonly ArrivedOperation[],
): Promise<BatchState> {
  const locked = await lockNeighbours(transaction, namedNeighbours(arrived))
  const neighbours = new Set(locked.map(({ terminalId, inmateId }) => neighbourKey(terminalId, inmateId)))
  const operations = arrived
    .filter(({ operation, sentBy }) => neighbours.has(neighbourKey(sentBy, operation.inmateId)))
    .map(({ operation }) => operation)
  // After the lock: whoever pushed the same operation at the same moment has ended by now.
  const known = await loadKnown(transaction, namedOperations(operations))
  const fresh = operations.filter(({ id }) => !known.has(id))
  return { neighbours, known, ...(await loadFor(transaction, fresh, namedInmates(fresh))) }
}

async function loadFor(
  transaction: Transaction,
  fresh: readonly Operation[],
  inmateIds: readonly InmateId[],
): Promise<Omit<BatchState, 'neighbours' | 'known'>> {
  const wanted = wantedRows(fresh)
  const requests = await loadRequests(transaction, wanted.requestIds, inmateIds)
  const orders = [...requests.values()].flatMap(orderThatMayEnd)
  const windowIds = [...new Set([...wanted.windowIds, ...orders.map(order => order.windowId)])]
  const productIds = [...wanted.productIds, ...orders.flatMap(order => order.lines.map(line => line.productId))]
  const buyers = windowIds.length === 0 ? [] : inmateIds
  return {
    requests,
    products: await lockProducts(transaction, [...new Set(productIds)]),
    windows: await loadWindows(transaction, windowIds),
    ordered: await loadOrdered(transaction, buyers, windowIds),
    purses: await loadPurses(transaction, buyers),
    medicalKeyIds: await loadMedicalKeys(transaction, wanted.medicalKeyIds),
  }
}

function orderThatMayEnd({ order, state }: RequestRecord) {
  return order !== null && withdrawable.has(state) ? [order] : []
}
