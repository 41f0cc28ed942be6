import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { v4 as uuid } from 'uuid'
import { type PrisonId, type TerminalId, terminalIdSchema } from '#shared/contracts/ids.ts'
import { terminalTokenAudience } from '#shared/contracts/terminal-token.ts'

/** A terminal as a test holds it: with the key that proves it. */
export interface TestTerminal {
  readonly id: TerminalId
  readonly name: string
  readonly cellId: string
  readonly privateKey: KeyObject
  /** Raw Ed25519, base64url, as the table has it. */
  readonly publicKey: string
}

export function createTestTerminal(cellId: string): TestTerminal {
  const id = terminalIdSchema.parse(uuid())
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { id, name: `T-${id.slice(0, 8)}`, cellId, privateKey, publicKey: publicKey.export({ format: 'jwk' }).x ?? '' }
}

export interface TokenParts {
  readonly header?: object
  readonly claims?: object
  readonly signWith?: KeyObject
}

/** A token of the terminal, good at `now`; `parts` spoil it. */
export function tokenOf(terminal: TestTerminal, prisonId: PrisonId, now: Date, parts: TokenParts = {}): string {
  const iat = Math.floor(now.getTime() / 1000)
  const header = parts.header ?? { alg: 'EdDSA', kid: terminal.id }
  const claims = { sub: terminal.id, aud: terminalTokenAudience(prisonId), iat, exp: iat + 120, ...parts.claims }
  const signed = `${toBase64url(header)}.${toBase64url(claims)}`
  return `${signed}.${sign(null, Buffer.from(signed), parts.signWith ?? terminal.privateKey).toString('base64url')}`
}

function toBase64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
