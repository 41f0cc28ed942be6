import { parseHttpDateMs } from './parse-http-date.ts'

/** Below this a difference is the line's and the clock's own, above it the terminal's clock is wrong. */
const WRONG_CLOCK_MS = 30_000
/** `Date` is cut to the second: on average half of one is missing. */
const CUT_MS = 500

/**
 * What time it is for the server. A terminal whose battery is flat starts in the past; the server would refuse its
 * tokens for ever. The `Date` of every answer comes over a line the pinned authority vouches for, so it may be believed.
 *
 * Only tokens go by this clock. What an inmate confirmed keeps the terminal's own time: the server corrects it.
 */
export interface ServerClock {
  readonly nowMs: () => number
  /** Learns from an answer's `Date` header. */
  readonly observe: (date: string | undefined) => void
  /** Believes what was learned, after a refusal. Answers whether that changes the time. */
  readonly adopt: () => boolean
}

export function createServerClock(now: () => number): ServerClock {
  let learnedMs = 0
  let adoptedMs = 0
  return {
    nowMs: () => now() + adoptedMs,
    observe: date => {
      const serverMs = parseHttpDateMs(date)
      if (serverMs === undefined) return
      learnedMs = serverMs + CUT_MS - now()
      if (adoptedMs !== 0) adoptedMs = Math.abs(learnedMs) > WRONG_CLOCK_MS ? learnedMs : 0
    },
    adopt: () => {
      const wantedMs = Math.abs(learnedMs) > WRONG_CLOCK_MS ? learnedMs : 0
      const isChange = Math.abs(wantedMs - adoptedMs) > WRONG_CLOCK_MS
      adoptedMs = wantedMs
      return isChange
    },
  }
}
