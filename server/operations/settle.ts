import type { Verdict } from '#shared/contracts/verdict.ts'
import { isContention, isTooSlow } from '../errors/is-contention.ts'
import { isDatabaseAway } from '../errors/is-database-away.ts'
import type { ArrivedOperation } from './incoming.ts'

export type Apply = (arrived: readonly ArrivedOperation[]) => Promise<readonly Verdict[]>
/** Told of each operation that could not be decided, by its id. */
export type Report = (operationId: string, error: unknown) => void

const MOST_TRIES = 4

/**
 * Settles operations with as few transactions as it can.
 *
 *  - All go in one; where others work on the same rows it is tried again.
 *  - If it still fails, each half goes alone, and so on: the one that cannot be decided is `deferred` and
 *    reported, and its neighbours get their verdicts. Their order holds.
 *  - Throws when the database is away or too slow: what was committed before is a `duplicate` the next time.
 */
export async function settle(
  arrived: readonly ArrivedOperation[],
  apply: Apply,
  report: Report,
): Promise<readonly Verdict[]> {
  try {
    return await applyPatiently(arrived, apply)
  } catch (error) {
    if (isDatabaseAway(error) || isTooSlow(error)) throw error
    const [first, ...others] = arrived
    if (first === undefined) return []
    if (others.length === 0) {
      report(first.operation.id, error)
      return [{ status: 'deferred', operationId: first.operation.id }]
    }
    const middle = Math.ceil(arrived.length / 2)
    // One half after the other: a withdrawal must not overtake the order it withdraws.
    const before = await settle(arrived.slice(0, middle), apply, report)
    return [...before, ...(await settle(arrived.slice(middle), apply, report))]
  }
}

async function applyPatiently(arrived: readonly ArrivedOperation[], apply: Apply): Promise<readonly Verdict[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await apply(arrived)
    } catch (error) {
      if (!isContention(error) || tries === MOST_TRIES) throw error
    }
  }
}
