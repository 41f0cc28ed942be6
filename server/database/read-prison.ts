import { GuichetError } from '#shared/errors/guichet-error.ts'
import { type Prison, prisonSchema } from '#shared/contracts/sync.ts'
import type { Database } from './open-database.ts'

/** The prison this database belongs to. Throws `CONFIGURATION_INVALID` while there is none. */
export async function readPrison(database: Database): Promise<Prison> {
  const row = await database.selectFrom('prison').select(['id', 'names', 'time_zone as timeZone']).executeTakeFirst()
  if (row === undefined)
    throw new GuichetError(
      'CONFIGURATION_INVALID',
      'This database holds no prison yet. Is --data the right folder? A prison is made with: guichet server init NAME --prison NAME',
    )
  return prisonSchema.parse(row)
}
