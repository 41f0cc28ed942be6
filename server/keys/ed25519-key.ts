import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { must } from '#shared/errors/must.ts'
import type { SigningKey } from './sign-jws.ts'
import { writeFileDurably } from './write-file-durably.ts'

/** A signing key with the public half that terminals pin. */
export interface Ed25519Key extends SigningKey {
  /** Raw, base64url. */
  readonly publicKey: string
}

/** The raw public half of an Ed25519 key, base64url: the `x` of its JWK (RFC 8037 §2). */
export function rawPublicKey(privateKey: KeyObject): string {
  return must(createPublicKey(privateKey).export({ format: 'jwk' }).x, 'x of an Ed25519 key')
}

/** The key under its id: the first 16 characters of the SHA-256 of its public half, base64url. */
export function withKeyId(privateKey: KeyObject): Ed25519Key {
  const publicKey = rawPublicKey(privateKey)
  return { keyId: createHash('sha256').update(publicKey).digest('base64url').slice(0, 16), privateKey, publicKey }
}

/** The key in the file at `path`, PKCS #8, PEM; `undefined` where there is no such file. */
export async function readEd25519Key(path: string): Promise<Ed25519Key | undefined> {
  const pem = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  return pem === undefined ? undefined : withKeyId(createPrivateKey(pem))
}

/** Makes a key and keeps it at `path`. */
export async function makeEd25519Key(path: string): Promise<Ed25519Key> {
  const { privateKey } = generateKeyPairSync('ed25519')
  await writeFileDurably(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  return withKeyId(privateKey)
}
