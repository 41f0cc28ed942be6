import { Temporal } from 'temporal-polyfill'
import type { Touched } from '../changes/touch.ts'
import { touch } from '../changes/touch.ts'
import type { Database } from '../database/open-database.ts'
import { PRISON_TIME_ZONE } from './prison-time.ts'
import { createSamplePrison } from './sample-prison.ts'
import { seedLedger } from './seeding/seed-ledger.ts'
import { hashSamplePins, seedPeople } from './seeding/seed-people.ts'
import { seedPublished } from './seeding/seed-published.ts'
import { seedRequests, type SignSampleReceipt } from './seeding/seed-requests.ts'

export interface SeedOptions {
  readonly now: Date
  readonly signReceipt: SignSampleReceipt
}

/** What a seeding made. */
export interface SeedCounts {
  readonly inmates: number
  readonly cells: number
  readonly products: number
}

/**
 * Fills an empty database with the invented prison of Valmont, in one transaction.
 *
 * Answers `undefined`, having changed nothing, where a prison is already there.
 */
export async function seedSamplePrison(
  database: Database,
  { now, signReceipt }: SeedOptions,
): Promise<SeedCounts | undefined> {
  if ((await database.selectFrom('prison').select('id').executeTakeFirst()) !== undefined) return undefined
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(PRISON_TIME_ZONE).toPlainDate()
  const sample = createSamplePrison({ today: today.toString() })
  const verifiers = await hashSamplePins(sample.inmates)
  await database.transaction().execute(async transaction => {
    const touched: Touched[] = [
      ...(await seedPeople(transaction, sample, verifiers)),
      ...(await seedPublished(transaction, sample)),
      ...(await seedRequests(transaction, sample, signReceipt)),
      ...(await seedLedger(transaction, sample)),
    ]
    await touch(transaction, touched)
  })
  return { inmates: sample.inmates.length, cells: sample.cells.length, products: sample.products.length }
}
