/** How pushes and pulls wait after failures, in milliseconds. */
export interface BackoffSettings {
  readonly baseMs: number
  readonly maxMs: number
}

export const syncBackoff: BackoffSettings = { baseMs: 1000, maxMs: 60_000 }

/**
 * How long to wait before the next try: full jitter, so that a thousand terminals that lost the server
 * together do not come back together (AWS Architecture Blog, "Exponential Backoff And Jitter", 2015).
 *
 *  - Never sooner than the server asked with Retry-After; jitter is added on top, never taken off.
 *  - `failures` counts from 1; `random` yields [0, 1).
 */
export function backoffMs(
  failures: number,
  retryAfterMs: number | null,
  random: () => number,
  settings = syncBackoff,
): number {
  const ceiling = Math.min(settings.maxMs, settings.baseMs * 2 ** Math.min(failures, 20))
  return (retryAfterMs ?? 0) + Math.floor(random() * ceiling)
}

/**
 * How long to wait before asking again whether the line is back, while it is down. Below 5 s always:
 * the probe costs the server next to nothing, and a person is looking at the word "no connection".
 */
export function probeIntervalMs(random: () => number): number {
  return 2000 + Math.floor(random() * 2000)
}
