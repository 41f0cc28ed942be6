import { type DestinationStream, type Logger, pino } from 'pino'
import { redact, withoutWords } from './redact.ts'

export interface LoggerSettings {
  readonly level: 'error' | 'info' | 'debug'
  /** Where lines go; the standard output when left out. */
  readonly destination?: DestinationStream
}

/** The only logger of the server: whatever is handed to it, only what `redact` lets through is written. */
export function createLogger({ level, destination }: LoggerSettings): Logger {
  const settings = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    messageKey: 'event',
    hooks: {
      logMethod(this: Logger, args: unknown[], write: (fields: object, event: string) => void): void {
        const [first, second] = args
        const event = typeof first === 'string' ? first : typeof second === 'string' ? second : 'unnamed'
        write.call(this, typeof first === 'object' && first !== null ? redact(first) : {}, withoutWords(event))
      },
    },
  }
  return destination === undefined ? pino(settings) : pino(settings, destination)
}
