import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Database } from '../database/open-database.ts'

/** Somebody of the staff, whatever they do. */
export interface StaffMember {
  readonly id: string
  readonly name: string
}

/** The member of staff called `name`, for the command line. Throws `STAFF_UNKNOWN`. */
export async function findMember(database: Database, name: string): Promise<StaffMember> {
  const row = await database
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('name', '=', name)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) {
    throw new GuichetError('STAFF_UNKNOWN', `Nobody of the staff is called ${name}. See guichet staff list.`)
  }
  return row
}
