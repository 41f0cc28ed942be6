import type { OperationId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import { unreachable } from '#shared/errors/unreachable.ts'
import type { OutboxEntry, ReceivedOperation } from './rows.ts'
import type { Settlement } from './settle.ts'

/** What the terminal knows of operations by itself. Never changed in place. */
export interface OutboxState {
  readonly entries: ReadonlyMap<OperationId, OutboxEntry>
  readonly received: ReadonlyMap<OperationId, ReceivedOperation>
}

/** An operation as it enters the outbox. */
export function newEntry(seq: number, operation: Operation): OutboxEntry {
  return { seq, operation, state: 'pending', rejection: null, unreadable: 0, replacedBy: null }
}

/** Adding an operation that is known already changes nothing. */
export function withOperation(state: OutboxState, operation: Operation): OutboxState {
  if (state.entries.has(operation.id) || state.received.has(operation.id)) return state
  const lastSeq = Math.max(0, ...[...state.entries.values()].map(({ seq }) => seq))
  return { ...state, entries: new Map(state.entries).set(operation.id, newEntry(lastSeq + 1, operation)) }
}

/** Changes the entries among `ids` that are there. */
export function withPatch(state: OutboxState, ids: readonly OperationId[], patch: Partial<OutboxEntry>): OutboxState {
  const entries = new Map(state.entries)
  for (const id of ids) {
    const entry = entries.get(id)
    if (entry !== undefined) entries.set(id, { ...entry, ...patch })
  }
  return { ...state, entries }
}

export function withoutEntries(state: OutboxState, ids: readonly OperationId[]): OutboxState {
  const entries = new Map(state.entries)
  for (const id of ids) entries.delete(id)
  return { ...state, entries }
}

export function withoutReceived(state: OutboxState, matches: (row: ReceivedOperation) => boolean): OutboxState {
  return { ...state, received: new Map([...state.received].filter(([, row]) => !matches(row))) }
}

/** A settlement of an entry that has left meanwhile changes nothing. */
export function withSettlement(state: OutboxState, settlement: Settlement, settledAt: string): OutboxState {
  const { operation } = settlement.entry
  if (!state.entries.has(operation.id)) return state
  switch (settlement.effect) {
    case 'park':
      return withPatch(state, [operation.id], { state: 'parked', rejection: settlement.rejection })
    case 'keep':
      return withPatch(state, [operation.id], { state: settlement.state, unreadable: settlement.unreadable })
    case 'receive': {
      const received = new Map(state.received).set(operation.id, { operation, receipt: settlement.receipt, settledAt })
      return { ...withoutEntries(state, [operation.id]), received }
    }
    default:
      return unreachable(settlement)
  }
}

/** Which operations `after` speaks of otherwise than `before`. */
export function changedIds(before: OutboxState, after: OutboxState): readonly OperationId[] {
  const ids = new Set([before, after].flatMap(({ entries, received }) => [...entries.keys(), ...received.keys()]))
  return [...ids].filter(
    id => before.entries.get(id) !== after.entries.get(id) || before.received.get(id) !== after.received.get(id),
  )
}
