import type { ServerClock } from './server-clock.ts'
import type { TerminalTokens } from './terminal-token.ts'

/** The part of an answer that says whether the terminal was believed, and what time it is. */
export interface ProvedAnswer {
  readonly status: number
  readonly date: string | undefined
}

export type AsTerminal = <Answer extends ProvedAnswer>(ask: (token: string) => Promise<Answer>) => Promise<Answer>

/**
 * Asks the server as this terminal. A refused token is tried once more when a corrected clock, or a fresh token in place of
 * a kept one, can make the difference.
 *
 * Held by "tries again with the server's time".
 */
export function createAsTerminal(tokens: TerminalTokens, clock: ServerClock): AsTerminal {
  return async ask => {
    const { token, isKept } = tokens.current()
    const answer = await ask(token)
    clock.observe(answer.date)
    if (answer.status !== 401) return answer
    const isCorrected = clock.adopt()
    tokens.forget()
    if (!isCorrected && !isKept) return answer
    const second = await ask(tokens.current().token)
    clock.observe(second.date)
    return second
  }
}
