import { Temporal } from 'temporal-polyfill'
import { v4 as uuid } from 'uuid'
import { z } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { touch } from '../changes/touch.ts'
import type { Database } from '../database/open-database.ts'

export const prisonNameSchema = z.string().trim().min(1).max(80)
export const timeZoneSchema = z.string().refine(isTimeZone, { error: 'no such time zone: one is Europe/Brussels' })

/** A prison that has nothing yet but a name, and a clock on its wall. */
export interface PrisonWish {
  readonly name: string | undefined
  readonly timeZone: string
}

/**
 * Makes sure that the database has its one prison: the one it has stays as it is. Answers whether it was made.
 *
 * Throws `CONFIGURATION_INVALID` where there is none and no name for one.
 */
export async function foundPrison(database: Database, { name, timeZone }: PrisonWish): Promise<boolean> {
  return database.transaction().execute(async transaction => {
    const known = await transaction.selectFrom('prison').select('id').executeTakeFirst()
    if (known !== undefined) return false
    if (name === undefined) {
      throw new GuichetError(
        'CONFIGURATION_INVALID',
        'This database holds no prison yet. Say what yours is called with --prison NAME, or make the sample with: guichet seed',
      )
    }
    const id = uuid()
    // One text for every language until somebody translates it.
    const names = { fr: name, nl: name, de: name, en: name }
    await transaction.insertInto('prison').values({ id, names, time_zone: timeZone }).execute()
    await touch(transaction, [{ entity: 'prison', key: id, scope: 'prison' }])
    return true
  })
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}
