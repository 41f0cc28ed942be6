import type { Database } from '../database/open-database.ts'

export type FindTimeZone = () => Promise<string>

/** The prison's time zone, read once: a prison does not move. */
export function createFindTimeZone(database: Database): FindTimeZone {
  let known: string | undefined
  return async () => {
    known ??= (await database.selectFrom('prison').select('time_zone').executeTakeFirstOrThrow()).time_zone
    return known
  }
}
