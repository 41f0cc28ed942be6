import { RECENT_LOG_LINES, type ServiceLogLine } from '#shared/contracts/service-channels.ts'
import { toPublicError } from '#shared/errors/guichet-error.ts'
import type { Log } from './log.ts'

const MAX_WORD = 60

export interface RecentLog {
  /** Writes as before, and remembers. */
  readonly log: Log
  /** The newest first. Codes and places alone, as in the log itself: no message, no figure, nobody's words. */
  readonly recent: () => readonly ServiceLogLine[]
}

/** Remembers the last lines of a log, for whoever stands before the terminal. */
export function rememberLog(log: Log, now: () => Date): RecentLog {
  let lines: readonly ServiceLogLine[] = []
  const note = (level: ServiceLogLine['level'], part: string, code: string) => {
    const line = { at: now().toISOString(), level, part: part.slice(0, MAX_WORD), code: code.slice(0, MAX_WORD) }
    lines = [line, ...lines].slice(0, RECENT_LOG_LINES)
  }
  return {
    log: {
      error: (part, cause, figures) => {
        note('error', part, toPublicError(cause).code)
        log.error(part, cause, figures)
      },
      info: (part, code, figures) => {
        note('info', part, code)
        log.info(part, code, figures)
      },
    },
    recent: () => lines,
  }
}
