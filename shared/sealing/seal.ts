import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { SealingKey } from '../contracts/configuration.ts'
import type { Sealed } from '../contracts/sealed.ts'
import { GuichetError } from '../errors/guichet-error.ts'
import { base64urlToBytes, bytesToBase64url } from './base64url.ts'
import type { OpeningKey } from './sealing-key-pair.ts'

/*
 * HPKE (RFC 9180), base mode. P-256 rather than X25519: WebCrypto has it on every runtime Guichet runs
 * on, without an experimental flag. Base mode does not say who sealed: the push token does.
 */
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })
const info = new TextEncoder().encode('guichet medical v1')

/** Sealed texts come in steps of this many bytes, so that length says little about content. */
const PADDING_BLOCK = 1024
const LENGTH_BYTES = 4

/** Ties a sealed text to its operation: moved to another id, inmate or terminal it no longer opens. */
export interface SealingContext {
  readonly operationId: string
  readonly inmateId: string
  readonly terminalId: string
}

function additionalData({ operationId, inmateId, terminalId }: SealingContext): ArrayBuffer {
  return new TextEncoder().encode(`${operationId}|${inmateId}|${terminalId}`).buffer
}

/** Seals a JSON value to a service's public key. Only the holder of the private key can open it. */
export async function seal(key: SealingKey, context: SealingContext, content: unknown): Promise<Sealed> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(base64urlToBytes(key.publicKey).buffer)
  const sender = await suite.createSenderContext({ recipientPublicKey, info: info.buffer })
  const ciphertext = await sender.seal(pad(content).buffer, additionalData(context))
  return {
    version: 1,
    keyId: key.keyId,
    encapsulatedKey: bytesToBase64url(new Uint8Array(sender.enc)),
    ciphertext: bytesToBase64url(new Uint8Array(ciphertext)),
  }
}

/** Opens what `seal` made. Throws `SEALED_UNREADABLE` for another key, another context or a changed byte. */
export async function open(key: OpeningKey, context: SealingContext, sealed: Sealed): Promise<unknown> {
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: { ...key },
      enc: base64urlToBytes(sealed.encapsulatedKey).buffer,
      info: info.buffer,
    })
    const padded = await recipient.open(base64urlToBytes(sealed.ciphertext).buffer, additionalData(context))
    return unpad(new Uint8Array(padded))
  } catch (error) {
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
