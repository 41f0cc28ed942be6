import type { PrisonId, TerminalId } from '#shared/contracts/ids.ts'
import {
  TERMINAL_TOKEN_ALGORITHM,
  terminalTokenAudience,
  type TerminalTokenClaims,
} from '#shared/contracts/terminal-token.ts'
import { sign, type KeyObject } from 'node:crypto'

const LIFETIME_SECONDS = 120
/** A token is used until this long before its end, so that none ends on the way. */
const RESERVE_SECONDS = 30

export interface TerminalTokenParts {
  readonly terminalId: TerminalId
  readonly prisonId: PrisonId
  readonly privateKey: KeyObject
  /** The server's time. */
  readonly nowMs: () => number
  /** A clock nobody can set: a token's age is measured by it. */
  readonly monotonicMs: () => number
}

export interface TerminalTokens {
  /** `isKept`: it was made earlier, so that a clock that was set since can have spoilt it. */
  readonly current: () => { readonly token: string; readonly isKept: boolean }
  /** The next one is made anew, after the server refused this one or the clock was corrected. */
  readonly forget: () => void
}

/** Makes the tokens this terminal proves itself with, and keeps each while it is good. */
export function createTerminalTokens(parts: TerminalTokenParts): TerminalTokens {
  let kept: { readonly token: string; readonly madeAtMs: number } | undefined
  return {
    current: () => {
      const nowMs = parts.monotonicMs()
      const isKept = kept !== undefined && nowMs - kept.madeAtMs <= (LIFETIME_SECONDS - RESERVE_SECONDS) * 1000
      if (kept === undefined || !isKept) kept = { token: signToken(parts), madeAtMs: nowMs }
      return { token: kept.token, isKept }
    },
    forget: () => {
      kept = undefined
    },
  }
}

function signToken({ terminalId, prisonId, privateKey, nowMs }: TerminalTokenParts): string {
  const iat = Math.max(0, Math.floor(nowMs() / 1000))
  const claims: TerminalTokenClaims = {
    sub: terminalId,
    aud: terminalTokenAudience(prisonId),
    iat,
    exp: iat + LIFETIME_SECONDS,
  }
  const content = `${encode({ alg: TERMINAL_TOKEN_ALGORITHM, kid: terminalId })}.${encode(claims)}`
  return `${content}.${sign(null, Buffer.from(content), privateKey).toString('base64url')}`
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
