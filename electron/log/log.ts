import { GuichetError, type ErrorCode } from '#shared/errors/guichet-error.ts'

/** What a log line may say besides a code: counts and durations. Never a text, so never a name or a number of a person. */
export type LogFigures = Readonly<Record<string, number | boolean>>

/**
 * The main process's log.
 *
 *  - `error`: someone must look. `info`: a state changed.
 *  - A line holds codes and figures only, so that no word a person typed can end up in it.
 */
export interface Log {
  error(part: string, cause: unknown, figures?: LogFigures): void
  info(part: string, code: string, figures?: LogFigures): void
}

export interface LogPorts {
  readonly write: (line: string) => void
  readonly now: () => Date
}

/** Writes one JSON object a line. Held by `log.test.ts`: "writes no message of an error". */
export function createLog({ write, now }: LogPorts): Log {
  const line = (fields: Readonly<Record<string, unknown>>) => {
    write(`${JSON.stringify({ at: now().toISOString(), ...fields })}\n`)
  }
  return {
    error: (part, cause, figures) => {
      line({ level: 'error', part, ...describe(cause), ...figures })
    },
    info: (part, code, figures) => {
      line({ level: 'info', part, code, ...figures })
    },
  }
}

/** Where a failure came from: its code, and for a bug the places in the code, without the message. */
function describe(cause: unknown): { code: ErrorCode; name?: string; reason?: string; trace?: string[] } {
  if (cause instanceof GuichetError) return { code: cause.code, ...reasonOf(cause.cause) }
  if (!(cause instanceof Error)) return { code: 'INTERNAL' }
  return { code: 'INTERNAL', name: cause.name, ...reasonOf(cause), trace: traceOf(cause) }
}

/** The system's own word for what failed (`ENOSPC`, `ECONNREFUSED`): a fixed list, so safe to write. */
function reasonOf(cause: unknown): { reason?: string } {
  if (!(cause instanceof Error) || !('code' in cause)) return {}
  return typeof cause.code === 'string' && /^[A-Z0-9_]{2,60}$/.test(cause.code) ? { reason: cause.code } : {}
}

function traceOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter(row => row.startsWith('    at '))
    .slice(0, 6)
    .map(row => row.trim())
}
