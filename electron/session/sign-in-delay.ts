import type { InmateId } from '#shared/contracts/ids.ts'
import { instantSchema } from '#shared/contracts/instant.ts'
import { z } from 'zod'

/*
 * Threat: a four-digit PIN has 10,000 values, and the person next to you has all night. Locking the account would let
 * anybody lock anybody out, so what slows down is this terminal: with these waits a night is worth about a hundred tries.
 */

const SECOND_MS = 1000

/** The wait after the n-th wrong PIN for one person, from the first; the last goes for all that follow. */
const waitsMs = [0, 0, 0, 5, 15, 30, 60, 120, 300].map(seconds => seconds * SECOND_MS)

/** Under what a try is counted. All numbers nobody here has share one count. */
export type TriedFor = InmateId | 'nobody'

/** What is kept of wrong tries, across restarts. */
export const signInDelaySchema = z.strictObject({
  version: z.literal(1),
  /** By `TriedFor`. */
  failures: z.record(z.string(), z.int().min(0)),
  /** This terminal takes no PIN until then, and never for longer than `waitMs` from when it is read. */
  until: instantSchema,
  waitMs: z
    .int()
    .min(0)
    .max(300 * SECOND_MS),
})
export type SignInDelay = z.output<typeof signInDelaySchema>

export const noDelay: SignInDelay = { version: 1, failures: {}, until: '1970-01-01T00:00:00.000Z', waitMs: 0 }

/**
 * What a wrong PIN leads to.
 *
 *  - Three wrong ones are free, then 5 s, 15 s, 30 s, 60 s, 120 s, and 5 minutes for each further one.
 *  - Counted by person, so that one's own right PIN does not buy three more guesses at a neighbour's.
 *  - The wait is the terminal's: whoever comes next waits too, here and nowhere else.
 */
export function afterWrongPin(delay: SignInDelay, triedFor: TriedFor, now: Date): SignInDelay {
  const count = (delay.failures[triedFor] ?? 0) + 1
  const waitMs = waitsMs[Math.min(count, waitsMs.length) - 1] ?? 0
  return {
    version: 1,
    failures: { ...delay.failures, [triedFor]: count },
    until: new Date(now.getTime() + waitMs).toISOString(),
    waitMs,
  }
}

/** What a right PIN leads to: this person's count begins anew, and the one of numbers nobody has. */
export function afterSignIn(delay: SignInDelay, inmateId: InmateId): SignInDelay {
  const kept = Object.entries(delay.failures).filter(([triedFor]) => triedFor !== inmateId && triedFor !== 'nobody')
  return { ...noDelay, failures: Object.fromEntries(kept) }
}

/** Forgets the counts of people who no longer sign in here. */
export function withoutStrangers(delay: SignInDelay, present: ReadonlySet<string>): SignInDelay {
  const kept = Object.entries(delay.failures).filter(([triedFor]) => triedFor === 'nobody' || present.has(triedFor))
  return { ...delay, failures: Object.fromEntries(kept) }
}

/**
 * How long is left to wait by the wall clock: for the first look after a start. A clock that was set back makes it the
 * whole wait again, never longer; within a run the wait is measured on a clock nobody can set.
 */
export function remainingWaitMs({ until, waitMs }: SignInDelay, now: Date): number {
  return Math.min(waitMs, Math.max(0, Date.parse(until) - now.getTime()))
}
