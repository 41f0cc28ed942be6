import { type ErrorCode, GuichetError } from '#shared/errors/guichet-error.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import type { ChannelValue } from './bridge-client.ts'
import { createHeldInmates } from './held-inmates.ts'
import { nextBatch, pushLimits } from './next-batch.ts'
import type { LoopEvent } from './next-step.ts'
import { toLoopEvent } from './no-answer.ts'
import type { Outbox } from './outbox.ts'
import type { OutboxEntry } from './rows.ts'
import { countUnreadable, evaluateVerdicts, type Settlement } from './settle.ts'

/** The bridge or the server could not read the batch as a whole: one of its entries is to blame, and nobody said which. */
const unreadableBatch: ReadonlySet<ErrorCode> = new Set(['IPC_INPUT_INVALID', 'BODY_INVALID'])

export interface PushPorts {
  /** Sends a batch to the prison. */
  readonly push: (operations: Operation[]) => Promise<ChannelValue<'line:push'>>
  readonly outbox: Outbox
  readonly now: () => number
  readonly random: () => number
}

export interface PushRound {
  readonly isAnythingToPush: () => boolean
  readonly push: () => Promise<LoopEvent>
}

/**
 * Pushes the outbox, one batch a call.
 *
 *  - After a batch that nobody can read, entries go one by one until all of that batch was tried: the good ones
 *    arrive, the bad one is found and counted.
 *  - An answer that got lost leaves entries `sent`; no connection or a refusal to listen leaves them as they were.
 *  - Every push settles, holds or narrows something, so that a round ends.
 */
export function createPushRound({ push, outbox, now, random }: PushPorts): PushRound {
  const held = createHeldInmates(now, random)
  let oneByOne = 0

  const upcoming = () =>
    nextBatch(
      outbox.getSnapshot().entries,
      held.current(),
      oneByOne > 0 ? { ...pushLimits, maxEntries: 1 } : pushLimits,
    )

  async function settle(settlements: readonly Settlement[]): Promise<LoopEvent> {
    held.settled(settlements)
    await outbox.settle(settlements)
    return { type: 'pushed', hasMore: upcoming().length > 0 }
  }

  async function failed(batch: readonly OutboxEntry[], error: unknown): Promise<LoopEvent> {
    const isUnreadable = error instanceof GuichetError && unreadableBatch.has(error.code)
    if (isUnreadable && batch.length === 1) return settle(batch.map(countUnreadable))
    await outbox.settle(batch.map(unanswered))
    if (!isUnreadable) return { type: 'failed' }
    oneByOne = batch.length
    return { type: 'pushed', hasMore: true }
  }

  return {
    isAnythingToPush: () => upcoming().length > 0,
    push: async () => {
      const batch = upcoming()
      if (batch.length === 0) return { type: 'nothing-to-push' }
      oneByOne = Math.max(0, oneByOne - 1)
      await outbox.sent(batch.map(({ operation }) => operation.id))
      try {
        const answer = await push(batch.map(({ operation }) => operation))
        if (answer.status === 'answered') return await settle(evaluateVerdicts(batch, answer.verdicts))
        if (!mayHaveArrived(answer)) await outbox.settle(batch.map(unanswered))
        return toLoopEvent(answer)
      } catch (error) {
        return failed(batch, error)
      }
    },
  }
}

function mayHaveArrived(answer: ChannelValue<'line:push'>): boolean {
  return answer.status === 'unreachable' && answer.mayHaveArrived
}

/** `entry` is as it was before this push: one that may have arrived earlier still may have. */
function unanswered(entry: OutboxEntry): Settlement {
  const state = entry.state === 'sent' ? 'sent' : 'pending'
  return { effect: 'keep', entry, state, unreadable: entry.unreadable }
}
