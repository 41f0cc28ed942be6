import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'

/** On another thread: a long outbox's receipts must not hold up the page, and several are verified at once. */
const verifySignature = promisify<null, Buffer, KeyObject, Buffer, boolean>(verify)

const headerSchema = z.strictObject({ alg: z.literal('EdDSA'), kid: z.string(), typ: z.string().optional() })

/** A public key this terminal believes: raw Ed25519, base64url. */
export interface BelievedKey {
  readonly keyId: string
  readonly publicKey: string
}

/** `content` is JSON nobody has parsed by a schema yet; `undefined` where it is not even JSON. */
export type Opened =
  { readonly ok: true; readonly content: unknown } | { readonly ok: false; readonly why: SignatureFault }

export type SignatureFault = 'no-jws' | 'other-type' | 'key-unknown' | 'signature-wrong'

/** Opens a compact JWS (RFC 7515) that one of `keys` has signed with Ed25519 (RFC 8037), as `typ` and nothing else. */
export type OpenSigned = (text: string, keys: readonly BelievedKey[], typ: string) => Promise<Opened>

/**
 * Makes the one place where a terminal looks at a signature of the prison's.
 *
 *  - Signature first: nothing of the content is looked at before it.
 *  - What was signed as one thing is never taken for another.
 *  - One text for one signature: bits of its last letter that mean nothing have to be nought.
 */
export function createOpenSigned(): OpenSigned {
  const prepared = new Map<string, KeyObject>()
  const keyOf = ({ publicKey }: BelievedKey): KeyObject => {
    const known = prepared.get(publicKey)
    if (known !== undefined) return known
    const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: publicKey } })
    prepared.set(publicKey, key)
    return key
  }
  return async (text, keys, typ) => {
    const [header, content, signature, ...rest] = text.split('.')
    if (header === undefined || content === undefined || signature === undefined || rest.length > 0) {
      return refuse('no-jws')
    }
    const { data } = headerSchema.safeParse(decode(header))
    if (data === undefined) return refuse('no-jws')
    if (data.typ !== typ) return refuse('other-type')
    const key = keys.find(({ keyId }) => keyId === data.kid)
    if (key === undefined) return refuse('key-unknown')
    const given = Buffer.from(signature, 'base64url')
    if (given.toString('base64url') !== signature) return refuse('signature-wrong')
    const isGenuine = await verifySignature(null, Buffer.from(`${header}.${content}`), keyOf(key), given)
    return isGenuine ? { ok: true, content: decode(content) } : refuse('signature-wrong')
  }
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    // Not JSON: no schema takes it.
    return undefined
  }
}

const refuse = (why: SignatureFault): Opened => ({ ok: false, why })
