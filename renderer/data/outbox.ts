import type { InmateId, OperationId, RequestId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import type { Request } from '#shared/contracts/request.ts'
import { createChangeSignal } from './change-signal.ts'
import type { LiveView } from './live-view.ts'
import {
  changedIds,
  type OutboxState,
  withOperation,
  withoutEntries,
  withoutReceived,
  withPatch,
  withSettlement,
} from './outbox-state.ts'
import { isReflected, requestIdOf } from './received.ts'
import type { OutboxEntry, ReceivedOperation } from './rows.ts'
import type { Settlement } from './settle.ts'

/** A copy leaves out what transactions still open at the prison are about; none is open that long. */
const COPY_MAY_LAG_MS = 10 * 60_000

/** `entries` are in push order. */
export interface OutboxSnapshot {
  readonly entries: readonly OutboxEntry[]
  readonly received: readonly ReceivedOperation[]
}

export interface OutboxPorts {
  /** Brings what memory says of these operations to the browser database; resolves also when that takes no writes. */
  readonly persist: (ids: readonly OperationId[]) => Promise<void>
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** The operations of everybody at this terminal that the prison has not settled. */
export interface Outbox extends Pick<LiveView<OutboxSnapshot>, 'subscribe'> {
  readonly getSnapshot: () => OutboxSnapshot
  readonly entryOf: (id: OperationId) => OutboxEntry | undefined
  /** Whether the terminal knows this operation by itself: unsettled, parked, or accepted and not mirrored yet. */
  readonly has: (id: OperationId) => boolean
  /** Adds a confirmed operation at the end. Adding one again changes nothing. */
  readonly add: (operation: Operation) => Promise<void>
  readonly sent: (ids: readonly OperationId[]) => Promise<void>
  readonly settle: (settlements: readonly Settlement[]) => Promise<void>
  /** Notes under which id a parked entry is confirmed again; on the disk before that operation exists. */
  readonly replacing: (id: OperationId, by: OperationId) => Promise<void>
  readonly discarded: (ids: readonly OperationId[]) => Promise<void>
  /** Forgets received operations that the mirror now shows by itself. */
  readonly mirrored: (rows: ReadonlyMap<RequestId, Request>, gone: ReadonlySet<RequestId>) => Promise<void>
  /** After a full copy: forgets received operations so old that the copy would show them if the prison had them. */
  readonly copyCompleted: () => Promise<void>
  /** Forgets received operations, not entries, of an inmate who left the cell. */
  readonly inmateLeft: (inmateId: InmateId) => Promise<void>
}

/**
 * Keeps the outbox in memory, where this run reads it, and has every change written through.
 *
 *  - An entry leaves only by the prison's acceptance, or by its own person.
 *  - What memory says is true at once; the promise says when it is on the disk too.
 */
export function createOutbox(initial: OutboxSnapshot, { persist, now }: OutboxPorts): Outbox {
  const { subscribe, signal } = createChangeSignal()
  let state: OutboxState = {
    entries: new Map(initial.entries.map(entry => [entry.operation.id, entry])),
    received: new Map(initial.received.map(row => [row.operation.id, row])),
  }
  let snapshot = snapshotOf(state)

  async function become(next: OutboxState): Promise<void> {
    const ids = changedIds(state, next)
    if (ids.length === 0) return
    state = next
    snapshot = snapshotOf(state)
    // Under way to the disk before anybody draws or sends anything because of it.
    const written = persist(ids)
    signal()
    await written
  }

  async function settle(settlements: readonly Settlement[]): Promise<void> {
    const settledAt = new Date(now()).toISOString()
    await become(settlements.reduce((before, settlement) => withSettlement(before, settlement, settledAt), state))
  }

  return {
    subscribe,
    settle,
    getSnapshot: () => snapshot,
    entryOf: id => state.entries.get(id),
    has: id => state.entries.has(id) || state.received.has(id),
    add: async operation => become(withOperation(state, operation)),
    sent: async ids => become(withPatch(state, ids, { state: 'sent' })),
    replacing: async (id, by) => become(withPatch(state, [id], { replacedBy: by })),
    discarded: async ids => become(withoutEntries(state, ids)),
    mirrored: async (rows, gone) => become(withoutReceived(state, row => isMirrored(row, rows, gone))),
    copyCompleted: async () =>
      become(withoutReceived(state, ({ settledAt }) => Date.parse(settledAt) < now() - COPY_MAY_LAG_MS)),
    inmateLeft: async inmateId => become(withoutReceived(state, ({ operation }) => operation.inmateId === inmateId)),
  }
}

function snapshotOf({ entries, received }: OutboxState): OutboxSnapshot {
  return { entries: [...entries.values()].toSorted((a, b) => a.seq - b.seq), received: [...received.values()] }
}

function isMirrored(
  row: ReceivedOperation,
  rows: ReadonlyMap<RequestId, Request>,
  gone: ReadonlySet<RequestId>,
): boolean {
  const requestId = requestIdOf(row)
  return gone.has(requestId) || isReflected(row, rows.get(requestId))
}
