import type { CodeAt } from './hotp.ts'
import { HIGHEST_SERVICE_COUNTER, SERVICE_CODE_WINDOW, type ServiceCode } from './service-code.ts'

/*
 * Threat: somebody in the cell has all night and a keypad, has overheard a code, or pulls the plug in the middle of a try. So a
 * counter is used up on the disk before anything opens, wrong tries make the terminal wait, and both outlive a restart.
 */

const MINUTE_MS = 60_000
const FREE_TRIES = 5
const FIRST_WAIT_MS = 15_000
export const LONGEST_SERVICE_WAIT_MS = 15 * MINUTE_MS

/** What a terminal remembers of the codes it was shown. */
export interface ServiceMemory {
  /** The highest counter whose code was used; 0 before the first. */
  readonly lastUsed: number
  /** Wrong tries since the last right one. */
  readonly failures: number
}

export const noServiceMemory: ServiceMemory = { lastUsed: 0, failures: 0 }

/** `next` has to be on the disk before anybody is told what came of the try. */
export type ServiceDecision =
  | { readonly effect: 'open'; readonly next: ServiceMemory }
  | { readonly effect: 'refuse'; readonly next: ServiceMemory; readonly waitMs: number }

/**
 * Decides what a code that was typed leads to.
 *
 *  - Opens for a counter above the last used one, and no more than the window above it. That counter and all below are used up.
 *  - Whatever was used once, or is older than what was used, is refused like any wrong code.
 *  - Looks at every counter of the window, whichever fits: how long it takes tells nothing.
 *  - Reads no clock. That nothing is tried while the terminal waits is for the caller to keep.
 */
export function evaluateServiceCode(memory: ServiceMemory, code: ServiceCode, codeAt: CodeAt): ServiceDecision {
  const ahead = Math.min(SERVICE_CODE_WINDOW, HIGHEST_SERVICE_COUNTER - memory.lastUsed)
  const counters = Array.from({ length: Math.max(0, ahead) }, (_, index) => memory.lastUsed + 1 + index)
  const fitting = counters.filter(counter => codeAt(counter) === code)
  const used = fitting.at(-1)
  if (used !== undefined) return { effect: 'open', next: { lastUsed: used, failures: 0 } }
  const failures = memory.failures + 1
  return { effect: 'refuse', next: { ...memory, failures }, waitMs: waitAfter(failures) }
}

/** Five are free, then 15 s, and twice as long each time, up to a quarter of an hour. */
export function waitAfter(failures: number): number {
  const beyond = failures - FREE_TRIES
  if (beyond <= 0) return 0
  return Math.min(LONGEST_SERVICE_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(beyond - 1, 10))
}
