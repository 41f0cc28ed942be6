import { PUSH_BATCH_LIMIT } from '#shared/contracts/sync.ts'
import type { Verdict } from '#shared/contracts/verdict.ts'
import type { PushService } from '../operations/push-service.ts'
import type { TerminalIdentity } from '../terminal-auth/terminal-identity.ts'
import type { UnsettledOperation } from './unsettled.ts'

/** An operation of a recovered journal, and what the prison says to it. */
export interface AnsweredOperation extends UnsettledOperation {
  readonly verdict: Verdict
}

/**
 * Gives operations to the server as the terminal would have, in their order, and answers each with its verdict.
 *
 *  - Exactly once: what the terminal sent before it broke, or an earlier recovery did, comes back as `duplicate`.
 *  - A time that the terminal wrote is taken as it is: nobody knows any more what its clock said today.
 */
export async function sendOperations(
  pushService: PushService,
  terminal: TerminalIdentity,
  operations: readonly UnsettledOperation[],
  now: () => Date,
): Promise<AnsweredOperation[]> {
  const answered: AnsweredOperation[] = []
  // One batch after the other: a withdrawal must not overtake the order it withdraws.
  for (let from = 0; from < operations.length; from += PUSH_BATCH_LIMIT) {
    const batch = operations.slice(from, from + PUSH_BATCH_LIMIT)
    const request = { sentAt: now().toISOString(), operations: batch.map(({ payload }) => payload) }
    const verdicts = await pushService.apply(terminal, request)
    answered.push(
      ...batch.map((operation, place) => ({
        ...operation,
        verdict: verdicts[place] ?? { status: 'unreadable' as const, operationId: null },
      })),
    )
  }
  return answered
}
