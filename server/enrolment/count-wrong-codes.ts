import { WRONG_CODES_SPAN_MS } from '#shared/contracts/enrolment.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'

/** Within `WRONG_CODES_SPAN_MS` one address may send this many codes that nobody was given, … */
export const WRONG_CODES_PER_ADDRESS = 10
/** … and everybody together this many. */
export const WRONG_CODES_OF_ALL = 100
const MOST_ADDRESSES = 1000

/** What came to nothing within one span. */
export interface WrongCodes {
  readonly since: Date
  readonly count: number
  readonly addresses: number
}

export interface CountWrongCodes {
  /** Throws `ENROLMENT_TRIES_SPENT` from the first one that is too many. */
  readonly note: (address: string) => void
  /** Tells what was counted so far, where it was anything, and begins anew. */
  readonly close: () => Promise<void>
}

export interface WrongCodePorts {
  readonly clock: () => Date
  /** Runs `work` after so many milliseconds, and what is answered takes that back. */
  readonly later: (work: () => void, delayMs: number) => () => void
  /** Told once a span in which there were any. */
  readonly report: (wrong: WrongCodes) => Promise<void>
}

/**
 * Bounds how often somebody can send a code that nobody was given, per address and for the whole prison.
 *
 *  - A right code is never counted nor refused: all terminals of a block may be behind one address, and one of them may be a guesser's.
 *  - 60 random bits cannot be guessed at any rate a network has. What is bounded is what a guesser learns, and how much is recorded:
 *    one record for all wrong codes of a span, however many.
 *  - Counted in memory, for a thousand addresses at most.
 */
export function countWrongCodes({ clock, later, report }: WrongCodePorts): CountWrongCodes {
  const byAddress = new Map<string, number>()
  let all = 0
  let since = clock()
  let forget: (() => void) | undefined

  const close = async (): Promise<void> => {
    forget?.()
    forget = undefined
    const wrong = { since, count: all, addresses: byAddress.size }
    byAddress.clear()
    all = 0
    if (wrong.count > 0) await report(wrong)
  }
  const begin = (): void => {
    since = clock()
    forget = later(() => void close(), WRONG_CODES_SPAN_MS)
  }
  return {
    note: address => {
      if (all === 0) begin()
      all += 1
      const own = (byAddress.get(address) ?? 0) + 1
      if (byAddress.has(address) || byAddress.size < MOST_ADDRESSES) byAddress.set(address, own)
      if (own > WRONG_CODES_PER_ADDRESS || all > WRONG_CODES_OF_ALL) {
        throw new GuichetError('ENROLMENT_TRIES_SPENT', 'too many codes that are none')
      }
    },
    close,
  }
}
