import { decodeProtectedHeader, errors, jwtVerify } from 'jose'
import { generateKeyPairSync } from 'node:crypto'
import {
  TERMINAL_TOKEN_ALGORITHM,
  TERMINAL_TOKEN_MAX_LIFETIME_SECONDS,
  TERMINAL_TOKEN_SKEW_SECONDS,
  terminalTokenAudience,
  terminalTokenClaimsSchema,
  terminalTokenHeaderSchema,
} from '#shared/contracts/terminal-token.ts'
import type { FindTerminal, TerminalIdentity } from './terminal-identity.ts'

/** Nobody has its private half. A token of an unknown terminal is checked against it, so that it takes as long. */
const nobodysKey = generateKeyPairSync('ed25519').publicKey

/**
 * Names the terminal that signed `token`, or `undefined` for every kind of refusal alike: not a token, other
 * algorithm, unknown, revoked or not enrolled terminal, other audience, wrong signature, expired, or living too long.
 *
 * Throws only what the look-up throws.
 */
export async function verifyTerminalToken(
  token: string,
  findTerminal: FindTerminal,
  now: Date,
): Promise<TerminalIdentity | undefined> {
  const header = readHeader(token)
  if (header === undefined) return undefined
  const terminal = await findTerminal(header.kid)
  try {
    const { payload } = await jwtVerify(token, terminal?.publicKey ?? nobodysKey, {
      algorithms: [TERMINAL_TOKEN_ALGORITHM],
      clockTolerance: TERMINAL_TOKEN_SKEW_SECONDS,
      currentDate: now,
    })
    const claims = terminalTokenClaimsSchema.safeParse(payload)
    if (terminal === undefined || !claims.success) return undefined
    const { sub, aud, iat, exp } = claims.data
    const livesTooLong = exp <= iat || exp - iat > TERMINAL_TOKEN_MAX_LIFETIME_SECONDS
    const isOfTheFuture = iat > now.getTime() / 1000 + TERMINAL_TOKEN_SKEW_SECONDS
    const isMeantForUs = sub === terminal.id && aud === terminalTokenAudience(terminal.prisonId)
    return isMeantForUs && !livesTooLong && !isOfTheFuture
      ? { id: terminal.id, prisonId: terminal.prisonId }
      : undefined
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}

function readHeader(token: string): ReturnType<typeof terminalTokenHeaderSchema.parse> | undefined {
  try {
    return terminalTokenHeaderSchema.safeParse(decodeProtectedHeader(token)).data
  } catch {
    // Not a token at all. Nothing to tell apart, and nothing to log: the address is in the route's line.
    return undefined
  }
}
