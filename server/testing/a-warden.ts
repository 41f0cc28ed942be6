import { v4 as uuid } from 'uuid'
import type { Database } from '../database/open-database.ts'

/** A member of staff who may give orders. */
export interface TestWarden {
  readonly id: string
  readonly name: string
}

export async function aWarden(database: Database): Promise<TestWarden> {
  const id = uuid()
  const warden = { id, name: `Warden ${id.slice(0, 8)}` }
  await database
    .insertInto('staff')
    .values({ ...warden, role: 'warden', created_at: new Date(), disabled_at: null })
    .execute()
  return warden
}
