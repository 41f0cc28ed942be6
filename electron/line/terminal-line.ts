import { GuichetError } from '#shared/errors/guichet-error.ts'
import { createAsTerminal } from './as-terminal.ts'
import type { HttpAnswer, HttpExchange, HttpRequest } from './http-exchange.ts'
import { parseRetryAfterMs } from './retry-after.ts'
import type { ServerClock } from './server-clock.ts'
import type { TerminalTokens } from './terminal-token.ts'

/** As in the bridge's contract: why there is no answer to work with. */
export type NoAnswer =
  | { readonly status: 'unreachable'; readonly mayHaveArrived: boolean }
  | { readonly status: 'busy'; readonly retryAfterMs: number | null }
  | { readonly status: 'refused' }

/**
 * `httpStatus` is 2xx, or 409: the one refusal of the server every asker acts upon. `body` is JSON nobody has parsed yet.
 * To who hears rejections, any other refusal for good is an answer too, with its status and `null`.
 */
export type LineAnswer = { readonly status: 'answered'; readonly httpStatus: number; readonly body: unknown } | NoAnswer

export interface Asked extends Omit<HttpRequest, 'token'> {
  /** The asker gives up what the server will never take. Left out, a rejection is `busy`: what people confirmed stays. */
  readonly hearsRejection?: true
}

export type AskServer = (asked: Asked) => Promise<LineAnswer>

/** Refusals that may end by themselves, or say something of the terminal and not of what it asked. */
const passing: ReadonlySet<number> = new Set([401, 403, 408, 425, 429])

export interface TerminalLineParts {
  readonly exchange: HttpExchange
  readonly tokens: TerminalTokens
  readonly clock: ServerClock
  /** Told of every outcome, with what was thrown where something was. */
  readonly onOutcome: (status: LineAnswer['status'], cause?: unknown) => void
}

/** Asks the server as this terminal. Never throws for what a line or a server can do. */
export function createTerminalLine({ exchange, tokens, clock, onOutcome }: TerminalLineParts): AskServer {
  const asTerminal = createAsTerminal(tokens, clock)
  return async ({ hearsRejection = false, ...asked }) => {
    try {
      const given = await asTerminal(token => exchange({ ...asked, token }))
      const answer = evaluateAnswer(given, clock.nowMs(), hearsRejection)
      onOutcome(answer.status)
      return answer
    } catch (error) {
      const code = error instanceof GuichetError ? error.code : undefined
      const isUnreachable = code === 'LINE_UNREACHABLE' || code === 'LINE_ANSWER_LOST'
      onOutcome(isUnreachable ? 'unreachable' : 'busy', error)
      if (!isUnreachable) return { status: 'busy', retryAfterMs: null }
      return { status: 'unreachable', mayHaveArrived: code === 'LINE_ANSWER_LOST' }
    }
  }
}

/** What an HTTP answer means to a terminal. Throws on a body that is not JSON where one is needed. */
export function evaluateAnswer(
  { status, retryAfter, date, text }: HttpAnswer,
  nowMs: number,
  hearsRejection = false,
): LineAnswer {
  if ((status >= 200 && status < 300) || status === 409) {
    return { status: 'answered', httpStatus: status, body: text === '' ? null : JSON.parse(text) }
  }
  if (status === 401 || status === 403) return { status: 'refused' }
  if (hearsRejection && isRejection(status)) return { status: 'answered', httpStatus: status, body: null }
  return { status: 'busy', retryAfterMs: parseRetryAfterMs(retryAfter, date, nowMs) }
}

/** Whether the server says that asking again is of no use. */
export function isRejection(status: number): boolean {
  return status >= 400 && status < 500 && !passing.has(status)
}
