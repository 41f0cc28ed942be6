import type { ReleaseVersion } from './release-version.ts'

/** Whom a version is meant for. Wing and terminal by their ids. */
export type StageScope =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'wing'; readonly wing: string }
  | { readonly kind: 'terminal'; readonly terminal: string }

export interface Stage {
  readonly scope: StageScope
  readonly version: ReleaseVersion
  /** Counts up each time the version is staged again: what failed before may be tried once more. */
  readonly attempt: number
  readonly isPaused: boolean
}

const closeness: Readonly<Record<StageScope['kind'], number>> = { terminal: 2, wing: 1, everyone: 0 }

/**
 * The stage that counts for a terminal: its own, else its wing's, else everyone's.
 *
 *  - A paused stage still counts, and gives nothing: what is farther away must not take its place.
 *  - There is at most one stage for each scope; with two alike the first is taken.
 */
export function chooseStage<Known extends Stage>(
  stages: readonly Known[],
  terminal: { readonly id: string; readonly wing: string },
): Known | undefined {
  const [closest] = stages
    .filter(({ scope }) => covers(scope, terminal))
    .toSorted((left, right) => closeness[right.scope.kind] - closeness[left.scope.kind])
  return closest === undefined || closest.isPaused ? undefined : closest
}

function covers(scope: StageScope, terminal: { readonly id: string; readonly wing: string }): boolean {
  if (scope.kind === 'wing') return scope.wing === terminal.wing
  return scope.kind === 'everyone' || scope.terminal === terminal.id
}
