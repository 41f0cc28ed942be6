import { useFormat } from '#renderer/i18n/format-context.tsx'
import { useNow } from './use-now.ts'

export interface MomentProps {
  /** An ISO instant, or a calendar day `YYYY-MM-DD` with `day` and `relative-day`. */
  readonly at: string
  /**
   * `time` 18:00 · `day` Tuesday 24 November · `full` 24 November 2026, 18:00 · `relative-day` tomorrow ·
   * `relative` Tuesday 18:00 · `since` 5 minutes ago.
   */
  readonly show: 'time' | 'day' | 'full' | 'relative-day' | 'relative' | 'since'
}

/** A moment in the prison's time zone, with the machine-readable one behind it. */
export function Moment({ at, show }: MomentProps) {
  const now = useNow()
  const format = useFormat()
  const words = {
    time: () => format.time(at),
    day: () => format.day(at),
    full: () => format.full(at),
    'relative-day': () => format.relativeDay(at, now),
    relative: () => format.relativeDayTime(at, now),
    since: () => format.since(at, now),
  } as const
  return <time dateTime={at}>{words[show]()}</time>
}
