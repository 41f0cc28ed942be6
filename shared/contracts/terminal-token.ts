import { z } from 'zod'
import { terminalIdSchema } from './ids.ts'

/**
 * How a terminal proves itself: a compact JWS (RFC 7515) it signs with its own Ed25519 key and sends as
 * `Authorization: Bearer …`. Header `{"alg":"EdDSA","kid":"<terminal id>"}`, claims as below, `kid` = `sub`.
 */
export const TERMINAL_TOKEN_ALGORITHM = 'EdDSA'

/** The longest a token may live, from `iat` to `exp`. A stolen one is soon worthless. */
export const TERMINAL_TOKEN_MAX_LIFETIME_SECONDS = 300

/** How far a terminal's clock may be off. Beyond it the server refuses, and its `Date` header tells the time. */
export const TERMINAL_TOKEN_SKEW_SECONDS = 120

/** Whom a token is for: a terminal of one prison is nobody in another. */
export function terminalTokenAudience(prisonId: string): string {
  return `guichet:${prisonId}`
}

/** `iat` and `exp` are whole seconds since the epoch (RFC 7519 §2). */
export const terminalTokenClaimsSchema = z.strictObject({
  sub: terminalIdSchema,
  aud: z.string().startsWith('guichet:'),
  iat: z.int().min(0),
  exp: z.int().min(0),
})
export type TerminalTokenClaims = z.output<typeof terminalTokenClaimsSchema>

export const terminalTokenHeaderSchema = z.strictObject({
  alg: z.literal(TERMINAL_TOKEN_ALGORITHM),
  kid: terminalIdSchema,
  typ: z.literal('JWT').optional(),
})
