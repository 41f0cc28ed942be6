import type { InmateId } from '#shared/contracts/ids.ts'
import { backoffMs } from '#shared/sync/backoff.ts'
import type { Settlement } from './settle.ts'

export interface HeldInmates {
  /** Whose entries do not go now: the prison asked to wait with an earlier one, or could not read it. */
  readonly current: () => ReadonlySet<InmateId>
  /** Holds those with an entry that was kept, each time longer, and lets the others go on. */
  readonly settled: (settlements: readonly Settlement[]) => void
}

/** Keeps order per inmate without one inmate's trouble holding up another's. Lasts for this run only. */
export function createHeldInmates(now: () => number, random: () => number): HeldInmates {
  const holds = new Map<InmateId, { readonly times: number; readonly untilMs: number }>()
  return {
    current: () => new Set([...holds].filter(([, { untilMs }]) => untilMs > now()).map(([inmateId]) => inmateId)),
    settled: settlements => {
      const kept = new Set(settlements.filter(({ effect }) => effect === 'keep').map(inmateOf))
      for (const inmateId of new Set(settlements.map(inmateOf))) {
        if (!kept.has(inmateId)) {
          holds.delete(inmateId)
          continue
        }
        const times = (holds.get(inmateId)?.times ?? 0) + 1
        holds.set(inmateId, { times, untilMs: now() + backoffMs(times, null, random) })
      }
    },
  }
}

function inmateOf({ entry }: Settlement): InmateId {
  return entry.operation.inmateId
}
