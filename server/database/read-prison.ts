import { GuichetError } from '#shared/errors/guichet-error.ts'
import { type Prison, prisonSchema } from '#shared/contracts/sync.ts'
import type { Database } from './open-database.ts'

/** The prison this database belongs to. Throws `CONFIGURATION_INVALID` while there is none. */
export async function readPrison(database: Database): Promise<Prison> {
  const row = await database.selectFrom('prison').select(['id', 'names', 'time_zone as timeZone']).executeTakeFirst()
  if (row === undefined)
    throw new GuichetError(
      'CONFIGURATION_INVALID',
      'This database holds no prison yet. Make the sample with: guichet seed',
    )
  return prisonSchema.parse(row)
}
