/** What becomes of a call: it goes on in so many milliseconds, or never. */
export type Permit =
  | { readonly effect: 'go'; readonly inMs: number }
  /** `isNews`: nobody has been told for a while, so that a flood of calls is not one of log lines. */
  | { readonly effect: 'refuse'; readonly isNews: boolean }

export interface PaceLimits {
  /** How many calls go on at once, after a rest. */
  readonly burst: number
  readonly perSecond: number
  /** A call that would wait longer is refused. */
  readonly longestWaitMs: number
}

/**
 * Far above what the page does: the most it ever asks at once is for the journal to take back what an outbox kept of a
 * long time without a line.
 */
export const bridgeLimits: PaceLimits = { burst: 2000, perSecond: 100, longestWaitMs: 2000 }

const TELL_AGAIN_MS = 60_000

/**
 * Bounds how many calls a page can make: a page that was taken over could otherwise keep this process from everything
 * else. A call too many waits, and where too many wait already, it is refused.
 */
export class CallPace {
  readonly #limits: PaceLimits
  readonly #nowMs: () => number
  /** When a call would go on if there were no burst. */
  #nextMs = -Infinity
  #toldMs = -Infinity

  constructor(limits: PaceLimits, nowMs: () => number) {
    this.#limits = limits
    this.#nowMs = nowMs
  }

  take(): Permit {
    const { burst, perSecond, longestWaitMs } = this.#limits
    const nowMs = this.#nowMs()
    const apartMs = 1000 / perSecond
    const earliestMs = Math.max(this.#nextMs, nowMs - (burst - 1) * apartMs)
    const inMs = Math.max(0, earliestMs - nowMs)
    if (inMs > longestWaitMs) return { effect: 'refuse', isNews: this.#isNews(nowMs) }
    this.#nextMs = earliestMs + apartMs
    return { effect: 'go', inMs }
  }

  #isNews(nowMs: number): boolean {
    if (nowMs - this.#toldMs < TELL_AGAIN_MS) return false
    this.#toldMs = nowMs
    return true
  }
}
