import type { SealingKey } from '#shared/contracts/configuration.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { SealingPrivateKey } from '#shared/sealing/sealing-key-pair.ts'
import type { Database } from '../database/open-database.ts'

/** Makes this the prison's recovery key from now on. Only the public half is stored. */
export async function registerRecoveryKey(
  database: Database,
  { keyId, publicKey }: SealingKey | SealingPrivateKey,
  at: Date,
): Promise<{ readonly isFirst: boolean }> {
  const before = await database.selectFrom('recovery_keys').select('key_id').limit(1).executeTakeFirst()
  await database.insertInto('recovery_keys').values({ key_id: keyId, public_key: publicKey, made_at: at }).execute()
  return { isFirst: before === undefined }
}

/** The key terminals are told to seal their journals to: the newest. Throws `CONFIGURATION_INVALID` while there is none. */
export async function currentRecoveryKey(database: Database): Promise<SealingKey> {
  const row = await database
    .selectFrom('recovery_keys')
    .select(['key_id as keyId', 'public_key as publicKey'])
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) {
    throw new GuichetError(
      'CONFIGURATION_INVALID',
      'The prison has no recovery key yet. Make one, for the safe, with: guichet recovery keygen',
    )
  }
  return row
}
