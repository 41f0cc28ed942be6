import type { InmateId, TerminalId } from '#shared/contracts/ids.ts'
import { type Closings, noClosings } from '#shared/policy/closings.ts'

/**
 * Where a process that judges has from what is closed. The prison server has one, and so has each helper of a Squid, which is
 * a process of its own: both read the same, or what one of them ends the other one grants again.
 */
export interface ClosingsSource {
  /**
   * What is closed for this person on this terminal, now. Asked at every decision, and each second of what is under way: so
   * it answers from memory, and where it cannot, not often. Where it rejects, nothing passes.
   */
  readonly closingsFor: (terminalId: TerminalId, inmateId: InmateId) => Promise<Closings>
  /** Has `told` called after each change, so that what is under way is judged again at once. Answers how to stop that. */
  readonly onChange: (told: () => void) => () => void
}

/** Where nobody closes anything. */
export const nothingClosed: ClosingsSource = {
  closingsFor: () => Promise.resolve(noClosings),
  onChange: () => () => undefined,
}
