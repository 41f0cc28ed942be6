/*
 * Logs are read, copied and kept by people who may not know what an inmate wrote, bought or is called. Errors
 * of parsers and of the database repeat what they choked on. So a log line is built from a list of what may be
 * in it, never by leaving things out; what an error says in words keeps no quoted text and no long number.
 */

/** All a log line may carry beside its level, time and event. */
export interface LogFields {
  readonly method?: string
  /** The route's pattern, never the address: `/terminal/v1/pull`. */
  readonly route?: string
  readonly status?: number
  readonly ms?: number
  readonly terminalId?: string
  readonly operationId?: string
  readonly code?: string
  /** Why a web request was refused, by which entry of the policy, at which host, and what it was for. */
  readonly reason?: string
  readonly siteId?: string
  readonly ruleId?: string
  readonly host?: string
  readonly type?: string
  readonly count?: number
  readonly error?: LoggedError
}

interface LoggedError {
  readonly type: string
  readonly code?: string
  readonly message: string
  readonly stack: readonly string[]
  readonly cause?: LoggedError
}

const texts = [
  'method', 'route', 'terminalId', 'operationId', 'code', 'reason', 'siteId', 'ruleId', 'host', 'type',
] as const // prettier-ignore
const numbers = ['status', 'ms', 'count'] as const
const DEEPEST_CAUSE = 4

/** The part of `fields` that may be written down. Everything else is dropped, whatever it is called. */
export function redact(fields: object): LogFields {
  const known = new Map<string, unknown>(Object.entries(fields))
  const kept: [string, unknown][] = []
  for (const name of texts) if (typeof known.get(name) === 'string') kept.push([name, known.get(name)])
  for (const name of numbers) if (typeof known.get(name) === 'number') kept.push([name, known.get(name)])
  const error = fields instanceof Error ? fields : (known.get('error') ?? known.get('err'))
  if (error !== undefined) kept.push(['error', redactError(error, DEEPEST_CAUSE)])
  return Object.fromEntries(kept)
}

/** What an error may say in a log: its kind, its code, where it happened, and its words without what was quoted. */
function redactError(error: unknown, depth: number): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error was thrown', stack: [] }
  const code: unknown = 'code' in error ? error.code : undefined
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: withoutWords(error.message),
    stack: frames(error.stack ?? ''),
    ...(error.cause !== undefined && depth > 0 && { cause: redactError(error.cause, depth - 1) }),
  }
}

/** Only the lines that name code: the first ones repeat the message. */
function frames(stack: string): string[] {
  return stack
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.startsWith('at '))
}

/** `text` in one line, at most 200 long, with quoted parts and runs of three digits or more taken out. */
export function withoutWords(text: string): string {
  return text
    .replaceAll(/"[^"]*"?|'[^']*'?|`[^`]*`?|“[^”]*”?|«[^»]*»?|\([^)]*\)?/g, '…')
    .replaceAll(/\d{3,}/g, '#')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 200)
}
