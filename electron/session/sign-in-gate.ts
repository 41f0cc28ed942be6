import type { InmateId } from '#shared/contracts/ids.ts'
import {
  afterSignIn,
  afterWrongPin,
  noDelay,
  remainingWaitMs,
  withoutStrangers,
  type SignInDelay,
  type TriedFor,
} from './sign-in-delay.ts'

/** Counts tries and says how long this terminal takes no PIN. */
export interface SignInGate {
  readonly waitMs: () => number
  /** Counts a try as wrong, on the disk, before it is looked at: pulling the plug buys no guess. */
  readonly tryBegins: (triedFor: TriedFor) => Promise<void>
  /** The try was right after all. */
  readonly trySucceeded: (inmateId: InmateId, present: ReadonlySet<string>) => Promise<void>
}

export interface SignInGateParts {
  /** What an earlier run left. */
  readonly kept: SignInDelay | undefined
  readonly write: (delay: SignInDelay) => Promise<void>
  readonly now: () => Date
  /** A clock nobody can set. */
  readonly monotonicMs: () => number
}

export function createSignInGate({ kept, write, now, monotonicMs }: SignInGateParts): SignInGate {
  let delay = kept ?? noDelay
  let untilMs = monotonicMs() + remainingWaitMs(delay, now())
  const replace = async (next: SignInDelay) => {
    await write(next)
    delay = next
    untilMs = monotonicMs() + next.waitMs
  }
  return {
    waitMs: () => Math.max(0, Math.ceil(untilMs - monotonicMs())),
    tryBegins: triedFor => replace(afterWrongPin(delay, triedFor, now())),
    trySucceeded: (inmateId, present) => replace(withoutStrangers(afterSignIn(delay, inmateId), present)),
  }
}
