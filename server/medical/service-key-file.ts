import { readFile } from 'node:fs/promises'
import type { SealingKey } from '#shared/contracts/configuration.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import {
  importOpeningKey,
  type OpeningKey,
  type SealingPrivateKey,
  sealingPrivateKeySchema,
} from '#shared/sealing/sealing-key-pair.ts'
import type { Database } from '../database/open-database.ts'

/** Reads the medical service's private key file. It lies with the service's staff, never on the server. */
export async function readServiceKey(
  path: string,
): Promise<{ readonly keyId: string; readonly openingKey: OpeningKey }> {
  const parsed = sealingPrivateKeySchema.safeParse(
    await readFile(path, 'utf8').then(text => JSON.parse(text) as unknown),
  )
  if (!parsed.success) throw new GuichetError('CONFIGURATION_INVALID', `${path} is not a service’s private key file.`)
  return { keyId: parsed.data.keyId, openingKey: await importOpeningKey(parsed.data) }
}

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
