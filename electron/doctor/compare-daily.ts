import type { FilesCheck } from './collect-facts.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export interface CompareDailyParts {
  /** Compares the whole installation: it reads some hundreds of megabytes. */
  readonly compare: () => Promise<FilesCheck['files']>
  /** A clock nobody can set. */
  readonly monotonicMs: () => number
}

/**
 * What a kiosk that runs says of its own files, however often it is asked.
 *
 *  - They were whole when this was made: a kiosk compares them while it starts, and shows nothing where they were changed.
 *  - They are compared again once that is a day ago, and from then on at each asking until they are whole.
 */
export function createCompareDaily({ compare, monotonicMs }: CompareDailyParts): () => Promise<FilesCheck> {
  let wholeAtMs = monotonicMs()
  return async () => {
    const ageMs = monotonicMs() - wholeAtMs
    if (ageMs < DAY_MS) return { files: 'whole', filesAgeMs: ageMs }
    const atMs = monotonicMs()
    const files = await compare()
    if (files === 'whole') wholeAtMs = atMs
    return { files, filesAgeMs: 0 }
  }
}
