import { unreachable } from '#shared/errors/unreachable.ts'
import { backoffMs, probeIntervalMs } from '#shared/sync/backoff.ts'

/** The pause between two rounds, in milliseconds: jittered, so that terminals do not march in step. */
export const PULL_PAUSE_MS = { least: 4000, spread: 2000 } as const
/** How long a terminal spreads its return after the line came back, or after its own start. */
export const RETURN_SPREAD_MS = 1000
/** How long terminals spread their return after a maintenance: a thousand of them do not come in the same moment. */
export const REOPEN_SPREAD_MS = 2000
/** A terminal the server does not know asks slowly: only a technician changes that. */
export const REFUSED_PAUSE_MS = { least: 60_000, spread: 10_000 } as const

/** Why the loop waits. Only a `pause` or a trouble of its own (`failed`) may be cut short by a new entry. */
export type WaitReason = 'pause' | 'return' | 'no-line' | 'asked-to' | 'refused' | 'failed'

export type Activity =
  | { readonly do: 'push' | 'pull' | 'probe' }
  | { readonly do: 'wait'; readonly ms: number; readonly because: WaitReason; readonly next: 'push' | 'probe' }

export interface LoopState {
  readonly line: 'starting' | 'connected' | 'no-connection' | 'not-recognised'
  readonly activity: Activity
  /** Pushes and pulls in a row that brought no answer. */
  readonly failures: number
  /** An entry was added since the last push began. */
  readonly isWoken: boolean
}

export type LoopEvent =
  /** A new entry is in the outbox. */
  | { readonly type: 'woken' }
  /** The wait is over. */
  | { readonly type: 'waited' }
  /** There was nothing to push, and the server was not asked. */
  | { readonly type: 'nothing-to-push' }
  | { readonly type: 'pushed' | 'pulled'; readonly hasMore: boolean }
  | { readonly type: 'probed' }
  | { readonly type: 'unreachable' }
  | { readonly type: 'busy'; readonly retryAfterMs: number | null }
  | { readonly type: 'refused' }
  /** The prison said on another way that it takes operations again. */
  | { readonly type: 'server-opened' }
  /** Something on this side did not work: the bridge, or writing what was pulled. */
  | { readonly type: 'failed' }

/** Yields [0, 1). */
export type Dice = () => number

export function firstState(dice: Dice): LoopState {
  return {
    line: 'starting',
    activity: { do: 'wait', ms: spread(0, RETURN_SPREAD_MS, dice), because: 'return', next: 'push' },
    failures: 0,
    isWoken: false,
  }
}

/**
 * What the sync loop does after `event`. A round is: push until nothing is left, pull until nothing is left, pause.
 *
 *  - Answers the same state object when nothing changes: what is under way goes on.
 *  - No wake-up is lost: an entry added during a round is pushed before the next pause.
 *  - A new entry never cuts short a wait that spares the server.
 *  - With the line gone it probes within 4 s, and pushes within a further second once the probe is answered;
 *    where pushes fail although probes are answered, the waits between them grow.
 */
export function nextStep(state: LoopState, event: LoopEvent, dice: Dice): LoopState {
  switch (event.type) {
    case 'woken':
      return wake(state)
    case 'waited':
      return state.activity.do === 'wait' ? go(state, state.activity.next) : state
    case 'nothing-to-push':
      return go(state, 'pull')
    case 'pushed':
      return go(answered(state), event.hasMore ? 'push' : 'pull')
    case 'pulled':
      return afterPull(answered(state), event.hasMore, dice)
    case 'probed':
      return { ...state, line: 'connected', activity: { ...waitAfterProbe(state, dice), because: 'return' } }
    case 'unreachable':
      return afterUnreachable(state, dice)
    case 'busy': {
      const failures = state.failures + 1
      const ms = backoffMs(failures, event.retryAfterMs, dice)
      return { ...state, line: 'connected', failures, activity: { do: 'wait', ms, because: 'asked-to', next: 'push' } }
    }
    case 'server-opened':
      return reopened(state, dice)
    case 'refused': {
      const ms = spread(REFUSED_PAUSE_MS.least, REFUSED_PAUSE_MS.spread, dice)
      return { ...state, line: 'not-recognised', activity: { do: 'wait', ms, because: 'refused', next: 'push' } }
    }
    case 'failed': {
      const failures = state.failures + 1
      // Trouble with what is fetched must not hold up what is sent.
      if (state.activity.do === 'pull' && state.isWoken) return go({ ...state, failures }, 'push')
      const ms = backoffMs(failures, null, dice)
      return { ...state, failures, activity: { do: 'wait', ms, because: 'failed', next: 'push' } }
    }
    default:
      return unreachable(event)
  }
}

function wake(state: LoopState): LoopState {
  const { activity } = state
  const mayStart = activity.do === 'wait' && (activity.because === 'pause' || activity.because === 'failed')
  return mayStart ? go(state, 'push') : { ...state, isWoken: true }
}

/** What the server asked to wait for is over, so the wait is, and what grew with it. */
function reopened(state: LoopState, dice: Dice): LoopState {
  const { activity } = state
  if (activity.do !== 'wait' || activity.because !== 'asked-to') return { ...state, failures: 0 }
  const ms = spread(0, REOPEN_SPREAD_MS, dice)
  return { ...state, failures: 0, activity: { do: 'wait', ms, because: 'return', next: 'push' } }
}

/** A push reads the outbox afresh, so whatever woke the loop before it is in it. */
function go(state: LoopState, to: 'push' | 'pull' | 'probe'): LoopState {
  return { ...state, activity: { do: to }, isWoken: to === 'push' ? false : state.isWoken }
}

function answered(state: LoopState): LoopState {
  return { ...state, line: 'connected', failures: 0 }
}

function afterPull(state: LoopState, hasMore: boolean, dice: Dice): LoopState {
  if (state.isWoken) return go(state, 'push')
  if (hasMore) return go(state, 'pull')
  const ms = spread(PULL_PAUSE_MS.least, PULL_PAUSE_MS.spread, dice)
  return { ...state, activity: { do: 'wait', ms, because: 'pause', next: 'push' } }
}

function afterUnreachable(state: LoopState, dice: Dice): LoopState {
  // A probe that goes unanswered says nothing new: only lost pushes and pulls make the return more careful.
  const failures = state.activity.do === 'probe' ? state.failures : state.failures + 1
  const ms = probeIntervalMs(dice)
  return { ...state, line: 'no-connection', failures, activity: { do: 'wait', ms, because: 'no-line', next: 'probe' } }
}

function waitAfterProbe({ failures }: LoopState, dice: Dice) {
  const ms = failures <= 1 ? spread(0, RETURN_SPREAD_MS, dice) : backoffMs(failures - 1, null, dice)
  return { do: 'wait', ms, next: 'push' } as const
}

function spread(leastMs: number, spreadMs: number, dice: Dice): number {
  return leastMs + Math.floor(dice() * spreadMs)
}
