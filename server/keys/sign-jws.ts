import { type KeyObject, sign } from 'node:crypto'

/** An Ed25519 key under the id that those who verify know it by. */
export interface SigningKey {
  readonly keyId: string
  readonly privateKey: KeyObject
}

/** Signs `payload`, a text, as compact JWS (RFC 7515) with Ed25519 (RFC 8037), header `{alg, kid, typ}`. */
export function signJws({ keyId, privateKey }: SigningKey, typ: string, payload: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: keyId, typ })).toString('base64url')
  const signed = `${header}.${Buffer.from(payload).toString('base64url')}`
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`
}
