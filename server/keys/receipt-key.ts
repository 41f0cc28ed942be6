import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { must } from '#shared/errors/must.ts'
import { writeFileDurably } from './write-file-durably.ts'

/** The Ed25519 key the server signs receipts with; terminals pin its public half. */
export interface ReceiptKey {
  readonly keyId: string
  readonly privateKey: KeyObject
  /** Raw, base64url. */
  readonly publicKey: string
}

/** The raw public half of an Ed25519 key, base64url: the `x` of its JWK (RFC 8037 §2). */
export function rawPublicKey(privateKey: KeyObject): string {
  return must(createPublicKey(privateKey).export({ format: 'jwk' }).x, 'x of an Ed25519 key')
}

/** Reads the server's receipt key from `folder`, making it at the first start. */
export async function loadReceiptKey(folder: string): Promise<ReceiptKey> {
  const path = join(folder, 'receipt-key.pem')
  const pem = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  const privateKey = pem === undefined ? await makeKey(path) : createPrivateKey(pem)
  const publicKey = rawPublicKey(privateKey)
  return { keyId: createHash('sha256').update(publicKey).digest('base64url').slice(0, 16), privateKey, publicKey }
}

async function makeKey(path: string): Promise<KeyObject> {
  const { privateKey } = generateKeyPairSync('ed25519')
  await writeFileDurably(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  return privateKey
}
