import { useFormat } from '#renderer/i18n/format-context.tsx'
import type { Closure } from '#shared/contracts/closure.ts'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../stores/use-now.ts'

const CLOCK_MS = 30_000

export interface ClosureWords {
  readonly reason: string
  /** When it opens again, as a sentence. */
  readonly until: string
  /** The same in a few words, for a tile. */
  readonly short: string
}

/** Says why and until when in the language of the screen and the time of the prison. */
export function useClosureWords(): (closure: Closure) => ClosureWords {
  const { t } = useTranslation('closed')
  const format = useFormat()
  const now = useNow(CLOCK_MS)
  return closure => {
    const reason = t(`reason.${closure.reason}`)
    if (closure.until === null) {
      const end = closure.reason === 'no-contact' ? 'contact' : 'unknown'
      return { reason, until: t(`until.${end}`), short: t(`short.${end}`) }
    }
    const when = format.relativeDayTime(closure.until, now)
    // What is not known to be over is not over: this terminal waits to be told.
    if (Date.parse(closure.until) <= now)
      return { reason, until: t('until.overdue', { when }), short: t('short.contact') }
    return { reason, until: capital(t('until.at', { when })), short: t('short.at', { when }) }
  }
}

/** A sentence that begins with a day. */
function capital(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase() + sentence.slice(1)
}
