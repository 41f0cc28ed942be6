/** How often a version on trial is started before it counts as failed. */
export const TRIAL_STARTS = 3
/** How long one start of a version on trial may take to say that it is healthy, in seconds. */
export const TRIAL_SECONDS = 300

/** What the launcher sees. Versions are names of folders; `undefined` where there is none. */
export interface StartFacts {
  /** What updates point at; without one the package's own program runs. */
  readonly current: string | undefined
  /** What is run when `current` fails; without one the package's own program. */
  readonly previous: string | undefined
  /** The version that the one before has changed over to, when the server had just answered. */
  readonly chosen: string | undefined
  /** The version that last said it was healthy. */
  readonly healthy: string | undefined
  readonly failed: readonly string[]
  /** The version on trial, and how often it was started. */
  readonly trial: { readonly version: string; readonly starts: number } | undefined
}

export type StartDecision =
  | { readonly run: 'installed' | 'current' | 'previous' }
  /** Run it and watch: this is its start number `starts`. */
  | { readonly run: 'trial'; readonly starts: number }
  /** It had its starts: note that it failed, then run the one before. */
  | { readonly run: 'give-up' }

/**
 * Which program the launcher runs.
 *
 *  - A version that said it was healthy runs, however often it is started.
 *  - One that failed never runs; one on trial runs at most `TRIAL_STARTS` times.
 *  - One that was not chosen is not tried: a start for another reason, a power cut in the middle of the day, tries nothing.
 *  - Without `previous` the package's program takes its place: there is always something to run.
 *
 * The same as `decide_start` in `build/debian/files/usr/lib/guichet/update-lib.sh`: one table of cases holds both.
 */
export function decideStart({ current, previous, chosen, healthy, failed, trial }: StartFacts): StartDecision {
  if (current === undefined) return { run: 'installed' }
  const before = previous === undefined ? 'installed' : 'previous'
  if (failed.includes(current)) return { run: before }
  if (healthy === current) return { run: 'current' }
  if (chosen !== current) return { run: before }
  const starts = trial?.version === current ? trial.starts : 0
  return starts >= TRIAL_STARTS ? { run: 'give-up' } : { run: 'trial', starts: starts + 1 }
}
