import { createPrivateKey, sign } from 'node:crypto'

const LIFE_SECONDS = 240

/** Who a terminal says it is, as docs/protocol.md §2.2 has it. */
export interface TokenParts {
  readonly terminalId: string
  readonly prisonId: string
  readonly privateKeyPem: string
}

/** A token that the prison server takes for the terminal's own. */
export function mintToken({ terminalId, prisonId, privateKeyPem }: TokenParts): string {
  const iat = Math.floor(Date.now() / 1000)
  const header = { alg: 'EdDSA', kid: terminalId }
  const claims = { sub: terminalId, aud: `guichet:${prisonId}`, iat, exp: iat + LIFE_SECONDS }
  const signed = [header, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${signed}.${sign(null, Buffer.from(signed), createPrivateKey(privateKeyPem)).toString('base64url')}`
}
