import type { SealingKey } from '../contracts/configuration.ts'
import { openBytes, sealBytes, type SealingUse } from '../sealing/seal-bytes.ts'
import type { OpeningKey } from '../sealing/sealing-key-pair.ts'
import { concatBytes } from './bytes.ts'
import { encodeFacts, type FileFacts, type FileHeader, type HeldDataKey } from './file-header.ts'

/*
 * Threat: somebody reads the disk of a terminal, or an image of it, and with it what people confirmed. Each file is under a
 * random key of its own (AES-256), which lies in the file's header twice: wrapped with the terminal's storage key, so that the
 * terminal goes on by itself, and sealed to the prison's recovery key, for the day the terminal is broken. Both are bound to
 * what the header says, the prison included: moved to another file neither opens. Held by `data-key.test`.
 */

/** Whoever may open a journal file. */
export interface KeyHolders {
  /** The terminal's own: 32 random bytes that never leave it. */
  readonly storageKey: Uint8Array
  readonly recoveryKey: SealingKey
  readonly prisonId: string
}

export const KEY_BYTES = 32
const NONCE_BYTES = 12
const ENCAPSULATED_BYTES = 65

/** Wraps and seals a file's key. The nonce of the wrapping is random: a storage key wraps a few keys a day, not billions. */
export async function holdDataKey(
  dataKey: Uint8Array,
  facts: FileFacts,
  { storageKey, recoveryKey, prisonId }: KeyHolders,
): Promise<HeldDataKey> {
  const associated = encodeFacts(facts, prisonId)
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: associated }
  const wrapped = await crypto.subtle.encrypt(
    algorithm,
    await importKey(storageKey, 'encrypt'),
    new Uint8Array(dataKey),
  )
  const { encapsulatedKey, ciphertext } = await sealBytes(recoveryKey, purposeOf(associated), dataKey)
  return {
    prisonId,
    wrapped: concatBytes(nonce, new Uint8Array(wrapped)),
    sealed: concatBytes(encapsulatedKey, ciphertext),
    recoveryKeyId: recoveryKey.keyId,
  }
}

/** Gives a file's key for its header; `undefined` where it does not open that one. */
export type OpenDataKey = (header: FileHeader) => Promise<Uint8Array | undefined>

/** What the terminal itself opens with. */
export function withStorageKey(storageKey: Uint8Array): OpenDataKey {
  return async header => {
    if (header.dataKey === undefined) return undefined
    const { wrapped, prisonId } = header.dataKey
    const nonce = new Uint8Array(wrapped.subarray(0, NONCE_BYTES))
    const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: encodeFacts(header, prisonId) }
    const key = await importKey(storageKey, 'decrypt')
    return crypto.subtle.decrypt(algorithm, key, new Uint8Array(wrapped.subarray(NONCE_BYTES))).then(
      bytes => new Uint8Array(bytes),
      () => undefined,
    )
  }
}

/** What the prison opens with, once the terminal cannot. */
export function withRecoveryKey(recoveryKey: OpeningKey): OpenDataKey {
  return async header => {
    if (header.dataKey === undefined) return undefined
    const { sealed, prisonId } = header.dataKey
    const parts = {
      encapsulatedKey: sealed.subarray(0, ENCAPSULATED_BYTES),
      ciphertext: sealed.subarray(ENCAPSULATED_BYTES),
    }
    return openBytes(recoveryKey, purposeOf(encodeFacts(header, prisonId)), parts).catch(() => undefined)
  }
}

function purposeOf(associated: Uint8Array): SealingUse {
  return { purpose: 'guichet journal v2', associated }
}

function importKey(key: Uint8Array, use: 'encrypt' | 'decrypt') {
  return crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, [use])
}
