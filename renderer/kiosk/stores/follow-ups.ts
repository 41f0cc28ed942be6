import { isReflected } from '#renderer/data/received.ts'
import type { OutboxEntry, ReceivedOperation } from '#renderer/data/rows.ts'
import type { RequestId } from '#shared/contracts/ids.ts'
import type { Operation, OperationOf } from '#shared/contracts/operation.ts'
import type { Request } from '#shared/contracts/request.ts'
import { nothingYet } from './nothing-yet.ts'
import { referenceOf } from './reference.ts'
import type { RefusedFollowUp, RequestView } from './request-view.ts'

/** One inmate's, and nobody else's. */
export interface FollowUpFacts {
  readonly requests: readonly Request[]
  readonly entries: readonly OutboxEntry[]
  readonly received: readonly ReceivedOperation[]
}

type FollowUp = OperationOf<'request.withdraw' | 'request.remind'>

/**
 * Adds what the person asked of their requests: withdrawals and reminders under way, and those refused.
 *
 *  - Under way until the prison's own row shows the effect, so that a button does not come back for a moment.
 *  - A refused one on a request this terminal no longer has still gets a line: its person must read why.
 */
export function withFollowUps(
  views: ReadonlyMap<RequestId, RequestView>,
  { requests, entries, received }: FollowUpFacts,
): readonly RequestView[] {
  const rows = new Map(requests.map(request => [request.id, request]))
  const all = new Map(views)
  for (const { operation } of received) {
    if (isFollowUp(operation) && !isReflected({ operation }, rows.get(operation.body.requestId))) {
      markPending(all, operation)
    }
  }
  for (const entry of entries) {
    if (!isFollowUp(entry.operation)) continue
    if (entry.state === 'parked') markRefused(all, entry, entry.operation)
    else markPending(all, entry.operation)
  }
  return [...all.values()]
}

function isFollowUp(operation: Operation): operation is FollowUp {
  return operation.kind === 'request.withdraw' || operation.kind === 'request.remind'
}

function markPending(views: Map<RequestId, RequestView>, { kind, body }: FollowUp): void {
  const view = views.get(body.requestId)
  if (view === undefined) return
  const marks =
    kind === 'request.withdraw'
      ? { isWithdrawPending: true, canWithdraw: false, canRemind: false }
      : { isRemindPending: true, canRemind: false }
  views.set(view.id, { ...view, ...marks })
}

function markRefused(views: Map<RequestId, RequestView>, entry: OutboxEntry, operation: FollowUp): void {
  const refused: RefusedFollowUp = {
    operationId: operation.id,
    kind: operation.kind === 'request.withdraw' ? 'withdraw' : 'remind',
    rejection: entry.rejection ?? { code: 'OPERATION_INVALID' },
  }
  const view = views.get(operation.body.requestId) ?? unknownRequest(operation)
  views.set(view.id, { ...view, needsYou: true, refusedFollowUps: [...view.refusedFollowUps, refused] })
}

function unknownRequest({ body, recordedAt }: FollowUp): RequestView {
  const reference = referenceOf(body.requestId)
  return { ...nothingYet, id: body.requestId, reference, kind: 'unknown', state: 'needs-you', owner: null, recordedAt }
}
