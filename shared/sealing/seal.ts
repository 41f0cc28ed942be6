import type { SealingKey } from '../contracts/configuration.ts'
import type { Sealed } from '../contracts/sealed.ts'
import { GuichetError } from '../errors/guichet-error.ts'
import { base64urlToBytes, bytesToBase64url } from './base64url.ts'
import { openBytes, sealBytes, type SealingUse } from './seal-bytes.ts'
import type { OpeningKey } from './sealing-key-pair.ts'

/** Sealed texts come in steps of this many bytes, so that length says little about content. */
const PADDING_BLOCK = 1024
const LENGTH_BYTES = 4

/** Ties a sealed text to its operation: moved to another id, inmate or terminal it no longer opens. */
export interface SealingContext {
  readonly operationId: string
  readonly inmateId: string
  readonly terminalId: string
}

function purposeOf({ operationId, inmateId, terminalId }: SealingContext): SealingUse {
  const associated = new TextEncoder().encode(`${operationId}|${inmateId}|${terminalId}`)
  return { purpose: 'guichet medical v1', associated }
}

/** Seals a JSON value to a service's public key. Only the holder of the private key can open it. */
export async function seal(key: SealingKey, context: SealingContext, content: unknown): Promise<Sealed> {
  const { encapsulatedKey, ciphertext } = await sealBytes(key, purposeOf(context), pad(content))
  return {
    version: 1,
    keyId: key.keyId,
    encapsulatedKey: bytesToBase64url(encapsulatedKey),
    ciphertext: bytesToBase64url(ciphertext),
  }
}

/** Opens what `seal` made. Throws `SEALED_UNREADABLE` for another key, another context or a changed byte. */
export async function open(key: OpeningKey, context: SealingContext, sealed: Sealed): Promise<unknown> {
  try {
    const padded = await openBytes(key, purposeOf(context), {
      encapsulatedKey: base64urlToBytes(sealed.encapsulatedKey),
      ciphertext: base64urlToBytes(sealed.ciphertext),
    })
    return unpad(padded)
  } catch (error) {
    if (error instanceof GuichetError) throw error
    throw new GuichetError('SEALED_UNREADABLE', 'this key does not open this text', { cause: error })
  }
}

function pad(content: unknown): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(content))
  const size = Math.ceil((LENGTH_BYTES + text.length) / PADDING_BLOCK) * PADDING_BLOCK
  const padded = new Uint8Array(size)
  new DataView(padded.buffer).setUint32(0, text.length)
  padded.set(text, LENGTH_BYTES)
  return padded
}

function unpad(padded: Uint8Array): unknown {
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  return JSON.parse(
    new TextDecoder('utf-8', { fatal: true }).decode(padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length)),
  )
}
