import { performance } from 'node:perf_hooks'

/** One line of the table: what was measured, beside which peer, and what is to be reached. */
export interface Figure {
  readonly what: string
  readonly value: string
  readonly peer: string
  /** The figure the promise is about; null where it is only shown. */
  readonly ratio: number | null
  readonly reach: string
  readonly isReached: boolean
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The value below which `percent` of the values lie, by nearest rank. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

/** Milliseconds `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/**
 * Runs two works in turn, so that what disturbs the machine disturbs both. Answers the times of each, in milliseconds.
 * The first round of each is thrown away.
 */
export async function alternate(
  rounds: number,
  ours: (round: number) => Promise<number>,
  theirs: (round: number) => Promise<number>,
): Promise<{ readonly ours: readonly number[]; readonly theirs: readonly number[] }> {
  const times = { ours: [] as number[], theirs: [] as number[] }
  for (let round = 0; round <= rounds; round += 1) {
    const isOursFirst = round % 2 === 0
    const first = await (isOursFirst ? ours : theirs)(round)
    const second = await (isOursFirst ? theirs : ours)(round)
    if (round === 0) continue
    times.ours.push(isOursFirst ? first : second)
    times.theirs.push(isOursFirst ? second : first)
  }
  return times
}

/** A ratio against a peer of the same run. */
export function ratioFigure(
  what: string,
  values: { ours: number; theirs: number; unit: string; peer: string },
  reach: Reach,
): Figure {
  const ratio = values.ours / values.theirs
  return {
    what,
    value: `${values.ours.toFixed(2)} ${values.unit}`,
    peer: `${values.theirs.toFixed(2)} ${values.unit} ${values.peer}`,
    ratio,
    reach: reach.atMost === undefined ? `≥ ${reach.atLeast}×` : `≤ ${reach.atMost}×`,
    isReached: reach.atMost === undefined ? ratio >= reach.atLeast : ratio <= reach.atMost,
  }
}

export type Reach =
  { readonly atMost: number; readonly atLeast?: undefined } | { readonly atLeast: number; readonly atMost?: undefined }
