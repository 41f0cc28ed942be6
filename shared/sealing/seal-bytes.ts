import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import type { SealingKey } from '../contracts/configuration.ts'
import { GuichetError } from '../errors/guichet-error.ts'
import { base64urlToBytes } from './base64url.ts'
import type { OpeningKey } from './sealing-key-pair.ts'

/*
 * HPKE (RFC 9180), base mode. P-256 rather than X25519: WebCrypto has it on every runtime Guichet runs
 * on, without an experimental flag. Base mode does not say who sealed.
 */
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

/** What it is sealed for, as `guichet medical v1`: what was sealed for one purpose opens for no other. */
export interface SealingUse {
  readonly purpose: string
  /** What the sealed bytes belong to: elsewhere they do not open. */
  readonly associated: Uint8Array
}

export interface SealedBytes {
  /** Of the sender's one-time key: 65 bytes. */
  readonly encapsulatedKey: Uint8Array
  /** 16 bytes longer than what was sealed. */
  readonly ciphertext: Uint8Array
}

/** Seals bytes to a public key. Only the holder of the private key can open them. */
export async function sealBytes(key: SealingKey, use: SealingUse, content: Uint8Array): Promise<SealedBytes> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(base64urlToBytes(key.publicKey).buffer)
  const sender = await suite.createSenderContext({ recipientPublicKey, info: infoOf(use) })
  const ciphertext = await sender.seal(bufferOf(content), bufferOf(use.associated))
  return { encapsulatedKey: new Uint8Array(sender.enc), ciphertext: new Uint8Array(ciphertext) }
}

/** Opens what `sealBytes` made. Throws `SEALED_UNREADABLE` for another key, another use or a changed byte. */
export async function openBytes(
  key: OpeningKey,
  use: SealingUse,
  { encapsulatedKey, ciphertext }: SealedBytes,
): Promise<Uint8Array> {
  try {
    const recipient = await suite.createRecipientContext({
      recipientKey: { ...key },
      enc: bufferOf(encapsulatedKey),
      info: infoOf(use),
    })
    return new Uint8Array(await recipient.open(bufferOf(ciphertext), bufferOf(use.associated)))
  } catch (error) {
    throw new GuichetError('SEALED_UNREADABLE', 'this key does not open this text', { cause: error })
  }
}

function infoOf({ purpose }: SealingUse): ArrayBuffer {
  return new TextEncoder().encode(purpose).buffer
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}
