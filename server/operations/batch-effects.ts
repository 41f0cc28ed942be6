import type { InmateId, OperationId, ProductId, RequestId, TerminalId } from '#shared/contracts/ids.ts'
import type { Operation, RefusedPage } from '#shared/contracts/operation.ts'
import type { PricedLine, RequestEvent } from '#shared/contracts/request.ts'
import type { StoredVerdict } from '../database/stored-verdict.ts'
import type { Movement } from '../ledger/movement.ts'
import type { RequestRecord } from './batch-state.ts'

/** A row for the table of operations. */
export interface OperationRow {
  readonly operation: Operation
  /** Canonical JSON. */
  readonly text: string
  readonly hash: Buffer
  readonly recordedAt: Date
  readonly receivedAt: Date
  readonly verdict: StoredVerdict
}

export interface ConflictRow {
  readonly operationId: OperationId
  readonly terminalId: TerminalId
  readonly text: string
  readonly hash: Buffer
  readonly receivedAt: Date
}

export interface OpenedRequest {
  readonly record: RequestRecord
  readonly recordedAt: Date
  readonly receivedAt: Date
  receipt: string
  readonly lines: readonly PricedLine[]
  readonly sealed: Extract<Operation, { kind: 'medical.appointment' }>['body'] | null
  readonly page: RefusedPage | null
}

export interface EventRow extends RequestEvent {
  readonly requestId: RequestId
  readonly inmateId: InmateId
  readonly position: number
}

/** All that a decided batch writes. */
export interface BatchEffects {
  readonly operations: OperationRow[]
  readonly conflicts: ConflictRow[]
  readonly opened: Map<RequestId, OpenedRequest>
  /** Requests from before this batch that it changed. */
  readonly stepped: Set<RequestRecord>
  readonly events: EventRow[]
  readonly movements: Movement[]
  /** Products whose stock is no longer what it was. */
  readonly restocked: Set<ProductId>
}

export function noEffects(): BatchEffects {
  return {
    operations: [],
    conflicts: [],
    opened: new Map(),
    stepped: new Set(),
    events: [],
    movements: [],
    restocked: new Set(),
  }
}
