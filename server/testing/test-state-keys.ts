import { generateKeyPairSync } from 'node:crypto'
import { withKeyId } from '../keys/ed25519-key.ts'
import type { StateKey, StateKeys } from '../keys/state-keys.ts'

/** Keys of a server that has no folder; `add` gives it another. */
export interface TestStateKeys extends StateKeys {
  readonly add: () => StateKey
}

export function createTestStateKeys(): TestStateKeys {
  const known = new Map<string, StateKey>()
  const add = (): StateKey => {
    const key = withKeyId(generateKeyPairSync('ed25519').privateKey)
    known.set(key.keyId, key)
    return key
  }
  return { first: add(), find: keyId => Promise.resolve(known.get(keyId)), add }
}
