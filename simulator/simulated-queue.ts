import type { PrisonId, TerminalId } from '#shared/contracts/ids.ts'
import type { KioskConfiguration } from '#shared/contracts/configuration.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import type { NewRecord } from '#electron/journal/journal.ts'
import { createProbe } from '#electron/line/probe.ts'
import { createPush, type Push } from '#electron/line/push.ts'
import type { AskServer } from '#electron/line/terminal-line.ts'
import { createVerifyReceipt } from '#electron/line/verify-receipt.ts'
import { createOperationBook } from '#electron/operations/operation-book.ts'
import { createSettle } from '#electron/operations/settle.ts'
import { newEntry } from '#renderer/data/outbox-state.ts'
import { createOutbox, type Outbox } from '#renderer/data/outbox.ts'
import { createPushRound } from '#renderer/data/push-round.ts'
import { SyncTurns } from './sync-turns.ts'

export interface SimulatedQueueParts {
  readonly ask: AskServer
  readonly terminalId: TerminalId
  readonly prisonId: PrisonId
  readonly receiptKeys: KioskConfiguration['server']['receiptKeys']
  /** What was confirmed while the line was down. */
  readonly operations: readonly Operation[]
  readonly onFault: (error: unknown) => void
}

/** What became of the operations so far. */
export interface Settled {
  readonly accepted: number
  readonly rejected: number
  readonly waiting: number
}

export interface SimulatedQueue extends Pick<SyncTurns, 'start' | 'stop' | 'serverOpened'> {
  /** Somebody confirms one. */
  readonly confirm: (operation: Operation) => Promise<void>
  readonly settled: () => Settled
}

/**
 * The terminal's own queue: its outbox, what the loop decides and when, its push with every receipt verified, its book.
 *
 * Its journal is memory. What terminals fetch is not fetched: a round ends with the question whether the line is there.
 */
export function createSimulatedQueue(parts: SimulatedQueueParts): SimulatedQueue {
  const outbox = createOutbox(
    { entries: parts.operations.map((operation, index) => newEntry(index + 1, operation)), received: [] },
    { persist: () => Promise.resolve(), now: Date.now },
  )
  const { push, record } = createSimulatedPush(parts)
  const turns = new SyncTurns(
    createPushRound({ push, outbox, now: Date.now, random: Math.random }),
    createProbe(parts.ask),
  )
  return {
    start: () => {
      turns.start()
    },
    stop: () => {
      turns.stop()
    },
    serverOpened: () => {
      turns.serverOpened()
    },
    confirm: async operation => {
      record(operation)
      await outbox.add(operation)
      turns.woken()
    },
    settled: () => countSettled(outbox),
  }
}

function countSettled(outbox: Outbox): Settled {
  const { entries, received } = outbox.getSnapshot()
  const rejected = entries.filter(({ state }) => state === 'parked').length
  return { accepted: received.length, rejected, waiting: entries.length - rejected }
}

/** The main process's side of a push, without the processes between. */
function createSimulatedPush(parts: SimulatedQueueParts): {
  readonly push: Push
  readonly record: (operation: Operation) => void
} {
  const { ask, terminalId, prisonId, receiptKeys, operations, onFault } = parts
  let seq = 0
  const numbered = (records: readonly NewRecord[]) =>
    records.map(record => ({ ...record, seq: (seq += 1), at: new Date().toISOString() }))
  const book = createOperationBook([])
  const record = (payload: Operation): void => {
    book.add(numbered([{ type: 'operation', payload }]))
  }
  operations.forEach(record)
  const settle = createSettle(book, records => {
    book.add(numbered(records))
    return Promise.resolve()
  })
  const push = createPush({
    ask,
    terminalId,
    findRecorded: id => book.get(id)?.operation,
    verifyReceipt: createVerifyReceipt(prisonId, receiptKeys),
    settle,
    now: () => new Date(),
    report: onFault,
  })
  return { push, record }
}
