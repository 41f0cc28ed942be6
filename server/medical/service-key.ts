import type { SealingKey } from '#shared/contracts/configuration.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { SealingPrivateKey } from '#shared/sealing/sealing-key-pair.ts'
import type { Database } from '../database/open-database.ts'

/** Makes the server accept what is sealed to this key. Only the public half is stored. */
export async function registerMedicalKey(
  database: Database,
  { keyId, publicKey }: SealingKey | SealingPrivateKey,
): Promise<void> {
  await database
    .insertInto('medical_keys')
    .values({ key_id: keyId, public_key: publicKey, retired_at: null })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The key new terminals are told to seal to: the newest that is not retired. */
export async function currentMedicalKey(database: Database): Promise<SealingKey> {
  const row = await database
    .selectFrom('medical_keys')
    .select(['key_id as keyId', 'public_key as publicKey'])
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) {
    throw new GuichetError(
      'CONFIGURATION_INVALID',
      'The medical service has no key yet. Make one with: guichet medical keygen',
    )
  }
  return row
}
