import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Database, Transaction } from '../../database/open-database.ts'

/** Who gives or decides an order. */
export interface Warden {
  readonly id: string
  readonly name: string
}

/** Refuses whoever is no warden, or not any more: `STAFF_REFUSED`. */
export async function assertOnDuty(transaction: Transaction, { id }: Warden): Promise<void> {
  const row = await transaction
    .selectFrom('staff')
    .select('id')
    .where('id', '=', id)
    .where('role', '=', 'warden')
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw new GuichetError('STAFF_REFUSED', 'Only a warden gives orders.')
}

/** The warden called `name`, for the command line. Throws `STAFF_UNKNOWN`. */
export async function findWarden(database: Database, name: string): Promise<Warden> {
  const row = await database
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('name', '=', name)
    .where('role', '=', 'warden')
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw new GuichetError('STAFF_UNKNOWN', `No warden is called ${name}.`)
  return row
}
