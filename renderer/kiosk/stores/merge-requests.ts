import { readReceipt } from '#renderer/data/received.ts'
import type { OutboxEntry, ReceivedOperation } from '#renderer/data/rows.ts'
import type { InmateId, RequestId } from '#shared/contracts/ids.ts'
import type { OperationOf } from '#shared/contracts/operation.ts'
import type { Request } from '#shared/contracts/request.ts'
import { withFollowUps } from './follow-ups.ts'
import { nothingYet } from './nothing-yet.ts'
import { type CatalogueNames, toOrderView } from './order-view.ts'
import { referenceOf } from './reference.ts'
import type { RequestView } from './request-view.ts'

/** All the terminal knows; rows of other inmates may be among it. */
export interface RequestFacts extends CatalogueNames {
  readonly requests: readonly Request[]
  readonly entries: readonly OutboxEntry[]
  readonly received: readonly ReceivedOperation[]
}

type OpeningOperation = OperationOf<'canteen.order' | 'medical.appointment' | 'web.page-request'>

/**
 * One list of an inmate's requests out of what the prison sent and what only this terminal knows.
 *
 *  - Every request appears once, in its truest state: the prison's word stands over the terminal's.
 *  - Nothing of another inmate appears.
 *  - A parked order that the person already confirmed again is not shown: its successor is.
 *  - What needs the person comes first, then the newest.
 */
export function mergeRequests(inmateId: InmateId, facts: RequestFacts): readonly RequestView[] {
  const requests = facts.requests.filter(request => request.inmateId === inmateId)
  const entries = facts.entries.filter(({ operation }) => operation.inmateId === inmateId)
  const received = facts.received.filter(({ operation }) => operation.inmateId === inmateId)

  const views = new Map<RequestId, RequestView>()
  for (const request of requests) views.set(request.id, fromPrison(request))
  for (const { operation, receipt } of received) {
    if (isOpening(operation) && !views.has(operation.id)) {
      views.set(operation.id, receivedHere(operation, receipt, facts))
    }
  }
  const isKnown = (id: RequestId) => views.has(id) || entries.some(({ operation }) => operation.id === id)
  for (const entry of entries) {
    const isReplaced = entry.replacedBy !== null && isKnown(entry.replacedBy)
    if (isOpening(entry.operation) && !views.has(entry.operation.id) && !isReplaced) {
      views.set(entry.operation.id, recordedHere(entry, entry.operation, facts))
    }
  }
  return withFollowUps(views, { requests, entries, received }).toSorted(needsYouThenNewest)
}

function isOpening(operation: OutboxEntry['operation']): operation is OpeningOperation {
  return operation.kind in opened
}

function fromPrison(request: Request): RequestView {
  const { inmateId: _inmateId, ...shown } = request
  return {
    ...nothingYet,
    ...shown,
    reference: referenceOf(request.id),
    canWithdraw: request.state === 'received',
    canRemind: (request.state === 'received' || request.state === 'in-hand') && request.remindedAt === null,
    isOnlyHere: false,
  }
}

/** What each kind of operation opens, and who will have it. */
const opened = {
  'canteen.order': { kind: 'canteen', owner: 'canteen' },
  'medical.appointment': { kind: 'medical', owner: 'medical' },
  'web.page-request': { kind: 'web', owner: 'technician' },
} as const satisfies Record<OpeningOperation['kind'], Pick<Request, 'kind' | 'owner'>>

function openedHere(operation: OpeningOperation, names: CatalogueNames) {
  return {
    ...nothingYet,
    id: operation.id,
    reference: referenceOf(operation.id),
    ...opened[operation.kind],
    recordedAt: operation.recordedAt,
    order: operation.kind === 'canteen.order' ? toOrderView(operation.body, names) : null,
    page: operation.kind === 'web.page-request' ? operation.body : null,
  } as const
}

function receivedHere(operation: OpeningOperation, jws: string, names: CatalogueNames): RequestView {
  const view = openedHere(operation, names)
  const receipt = readReceipt(jws)
  const totalCents = receipt?.totalCents ?? view.order?.totalCents ?? 0
  return {
    ...view,
    state: 'received',
    owner: receipt?.owner ?? view.owner,
    receivedAt: receipt?.receivedAt ?? null,
    dueAt: receipt?.dueAt ?? null,
    events: receipt === null ? [] : [{ at: receipt.receivedAt, step: 'received' }],
    order: view.order === null ? null : { ...view.order, totalCents },
    canWithdraw: true,
    canRemind: true,
    receipt: jws,
  }
}

function recordedHere(entry: OutboxEntry, operation: OpeningOperation, names: CatalogueNames): RequestView {
  const view = openedHere(operation, names)
  if (entry.state !== 'parked') {
    return { ...view, state: entry.state === 'sent' ? 'sent' : 'recorded', canWithdraw: true }
  }
  return {
    ...view,
    state: 'needs-you',
    needsYou: true,
    rejection: entry.rejection,
    canConfirmAgain: entry.rejection?.code === 'ORDER_PRICE_ROSE',
  }
}

function needsYouThenNewest(a: RequestView, b: RequestView): number {
  if (a.needsYou !== b.needsYou) return a.needsYou ? -1 : 1
  return Date.parse(b.recordedAt) - Date.parse(a.recordedAt) || (a.id < b.id ? 1 : -1)
}
