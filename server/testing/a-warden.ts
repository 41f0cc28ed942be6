import { v4 as uuid } from 'uuid'
import type { Database } from '../database/open-database.ts'

/** A member of staff who may give orders. */
export interface TestWarden {
  readonly id: string
  readonly name: string
}

export interface WardenWish {
  /** Who vouches for them; left out, the command line. */
  readonly invitedBy?: TestWarden
  readonly since?: Date
}

export async function aWarden(
  database: Database,
  { invitedBy, since = new Date() }: WardenWish = {},
): Promise<TestWarden> {
  const id = uuid()
  const warden = { id, name: `Warden ${id.slice(0, 8)}` }
  await database
    .insertInto('staff')
    .values({ ...warden, role: 'warden', created_at: since, disabled_at: null, invited_by: invitedBy?.id ?? null })
    .execute()
  return warden
}
