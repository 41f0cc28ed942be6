import type { ReportRefusal } from './gateway-refusal.ts'
import type { CountedRefusal } from './refusal-store.ts'

/** How long a refusal may wait to be written down. */
export const FLUSH_MS = 1000
/** A flood is written down in parts, and what does not fit between two of them is only in the log. */
const MOST_WAITING = 500

/** Collects the gateway's refusals, and writes them down from time to time. */
export interface RefusalBook {
  readonly report: ReportRefusal
  /** Writes down what waits. */
  readonly close: () => Promise<void>
}

export interface RefusalBookParts {
  readonly store: (refusals: readonly CountedRefusal[]) => Promise<void>
  /** The prison's day, `YYYY-MM-DD`; `undefined` while it is not known. */
  readonly today: () => string | undefined
  readonly reportBug: (error: unknown) => void
}

/** Refusals are a measure: those of the last second are lost with the process, and those that cannot be written as well. */
export function createRefusalBook({ store, today, reportBug }: RefusalBookParts): RefusalBook {
  let waiting: CountedRefusal[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing = Promise.resolve()
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    const refusals = waiting
    waiting = []
    writing = writing.then(() => store(refusals)).catch(reportBug)
  }
  return {
    report: ({ terminalId }, refusal) => {
      const day = today()
      if (day === undefined || waiting.length >= MOST_WAITING) return
      waiting.push({ ...refusal, day, terminalId, gate: 'gateway', count: 1 })
      timer ??= setTimeout(flush, FLUSH_MS)
    },
    close: async () => {
      flush()
      await writing
    },
  }
}
