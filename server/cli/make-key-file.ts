import { existsSync } from 'node:fs'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { createSealingKeyPair, type SealingPrivateKey } from '#shared/sealing/sealing-key-pair.ts'
import { writeFileDurably } from '../keys/write-file-durably.ts'

/** Makes a key pair; the private half goes to `path`, which must not exist, and is written before the public half counts. */
export async function makeKeyFile<Registered>(
  path: string,
  register: (pair: SealingPrivateKey) => Promise<Registered>,
): Promise<Registered> {
  // A key written over cannot open what was sealed to it, ever.
  if (existsSync(path))
    throw new GuichetError('CONFIGURATION_INVALID', `${path} exists already. A key file is never written over.`)
  const pair = await createSealingKeyPair()
  await writeFileDurably(path, `${JSON.stringify(pair, null, 2)}\n`)
  return register(pair)
}
