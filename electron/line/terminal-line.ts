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

/** `httpStatus` is 2xx, or 409: the one refusal of the server a terminal acts upon. `body` is JSON nobody has parsed yet. */
export type LineAnswer = { readonly status: 'answered'; readonly httpStatus: number; readonly body: unknown } | NoAnswer

export type AskServer = (asked: Omit<HttpRequest, 'token'>) => Promise<LineAnswer>

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
  return async asked => {
    try {
      const answer = evaluateAnswer(await asTerminal(token => exchange({ ...asked, token })), clock.nowMs())
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
export function evaluateAnswer({ status, retryAfter, date, text }: HttpAnswer, nowMs: number): LineAnswer {
  if ((status >= 200 && status < 300) || status === 409) {
    return { status: 'answered', httpStatus: status, body: text === '' ? null : JSON.parse(text) }
  }
  if (status === 401 || status === 403) return { status: 'refused' }
  return { status: 'busy', retryAfterMs: parseRetryAfterMs(retryAfter, date, nowMs) }
}
