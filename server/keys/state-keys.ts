import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Ed25519Key, makeEd25519Key, readEd25519Key } from './ed25519-key.ts'

/** The key that signs state documents and lease grants; terminals pin its public half at enrolment. */
export type StateKey = Ed25519Key

/** The keys a server signs with. Which one is in force, the document in force says. */
export interface StateKeys {
  /** Signs the first document there is. */
  readonly first: StateKey
  /** The one under this id; `undefined`: this server does not have it. */
  readonly find: (keyId: string) => Promise<StateKey | undefined>
}

const FIRST = 'state-key.pem'
const ANY = /^state-key(?:-[\w-]+)?\.pem$/

/** Reads the keys from `folder`, making the first one at the first start. One that comes later is found when it is asked for. */
export async function loadStateKeys(folder: string): Promise<StateKeys> {
  const path = join(folder, FIRST)
  const first = (await readEd25519Key(path)) ?? (await makeEd25519Key(path))
  const known = new Map([[first.keyId, first]])
  const lookAgain = async (): Promise<void> => {
    for (const name of await readdir(folder)) {
      const key = ANY.test(name) ? await readEd25519Key(join(folder, name)) : undefined
      if (key !== undefined) known.set(key.keyId, key)
    }
  }
  return {
    first,
    find: async keyId => {
      if (!known.has(keyId)) await lookAgain()
      return known.get(keyId)
    },
  }
}

/** Makes another key in `folder`, for an order to put in force. */
export async function makeStateKey(folder: string, now: Date): Promise<StateKey> {
  return makeEd25519Key(join(folder, `state-key-${now.toISOString().replaceAll(/\D/g, '').slice(0, 14)}.pem`))
}
