import { z } from 'zod'
import { sealingKeySchema, type SealingKey } from '../contracts/configuration.ts'
import { base64urlToBytes, bytesToBase64url } from './base64url.ts'

const algorithm = { name: 'ECDH', namedCurve: 'P-256' } as const

/** The private key file of a service, kept by its staff alone. */
export const sealingPrivateKeySchema = z.strictObject({
  version: z.literal(1),
  ...sealingKeySchema.shape,
  /** PKCS #8, base64url. */
  privateKey: z.base64url(),
})
export type SealingPrivateKey = z.output<typeof sealingPrivateKeySchema>

/** Makes a service's key pair. The key id is the hash of the public key, so that it cannot be moved to another. */
export async function createSealingKeyPair(): Promise<SealingPrivateKey> {
  const pair = await crypto.subtle.generateKey(algorithm, true, ['deriveBits'])
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey))
  return {
    version: 1,
    keyId: bytesToBase64url(digest.subarray(0, 12)),
    publicKey: bytesToBase64url(publicKey),
    privateKey: bytesToBase64url(new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))),
  }
}

type Half = Parameters<typeof crypto.subtle.exportKey>[1]

/**
 * What opens sealed texts, in memory; the private half cannot be taken out again.
 *
 * Both halves, because opening mixes in the public one, and from a private key that cannot be exported it can only be
 * guessed: half of all keys would open nothing. Held by "every key opens what was sealed to it".
 */
export interface OpeningKey {
  readonly privateKey: Half
  readonly publicKey: Half
}

/** Reads a service's key for opening. */
export async function importOpeningKey({ privateKey, publicKey }: SealingPrivateKey): Promise<OpeningKey> {
  return {
    privateKey: await crypto.subtle.importKey('pkcs8', base64urlToBytes(privateKey), algorithm, false, ['deriveBits']),
    publicKey: await crypto.subtle.importKey('raw', base64urlToBytes(publicKey), algorithm, true, []),
  }
}

/** The public half: what terminals pin. */
export function publicHalf({ keyId, publicKey }: SealingPrivateKey): SealingKey {
  return { keyId, publicKey }
}
