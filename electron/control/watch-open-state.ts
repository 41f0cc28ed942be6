import type { OpenState } from '#shared/contracts/closure.ts'
import type { Closings } from '#shared/policy/closings.ts'
import type { Later } from './later.ts'
import { evaluateOpenState, evaluateWebClosings, nextLookMs, type Standing } from './open-state.ts'

/** Looked at this often even if nothing is to change by itself: a machine that slept wakes up later than its timers. */
const LONGEST_MS = 60_000
/** Timers end a little early now and then: looked again no sooner than this. */
const SHORTEST_MS = 10

export interface OpenStateWatch {
  /** Looks at once, because something changed. */
  readonly look: () => void
  /** As it is this moment. */
  readonly openState: () => OpenState
  /** As it was at the last look. */
  readonly webClosings: () => Closings
  readonly stop: () => void
}

export interface OpenStateWatchParts {
  readonly standing: () => Standing
  readonly later: Later
  readonly onLook: () => void
  readonly onChange: (state: OpenState) => void
}

/** Looks at what is open whenever it may have changed, and tells it if it has. Holds one timer. */
export function watchOpenState({ standing, later, onLook, onChange }: OpenStateWatchParts): OpenStateWatch {
  let told = ''
  let closings: Closings = {}
  let forget = (): void => undefined
  const look = (): void => {
    forget()
    const at = standing()
    const delayMs = nextLookMs(at) ?? LONGEST_MS
    forget = later(look, Math.max(SHORTEST_MS, Math.min(delayMs, LONGEST_MS)))
    onLook()
    const state = evaluateOpenState(at)
    closings = evaluateWebClosings(at)
    const now = JSON.stringify([state, [...(closings.closedRules ?? [])]])
    if (now === told) return
    told = now
    onChange(state)
  }
  return {
    look,
    openState: () => evaluateOpenState(standing()),
    webClosings: () => closings,
    stop: () => {
      forget()
    },
  }
}
