import { createSealingKeyPair, publicHalf } from '../../sealing/sealing-key-pair.ts'
import { type KeyHolders, withStorageKey } from '../data-key.ts'

/** The invented prison's recovery key, with its private half. */
export const sampleRecoveryPair = await createSealingKeyPair()

/** Keys of an invented terminal. */
export const sampleKeys: KeyHolders = {
  storageKey: new Uint8Array(32).fill(7),
  recoveryKey: publicHalf(sampleRecoveryPair),
  prisonId: '5b8f8a6e-26a9-4b3e-8a55-2f6d6a1f9c01',
}

/** Opens what was written with `sampleKeys`, as the terminal does. */
export const openAsTerminal = withStorageKey(sampleKeys.storageKey)
