import type { PrisonId } from '#shared/contracts/ids.ts'
import type { Database } from '../database/open-database.ts'

/** Which prison it is, and the time zone it lies in. */
export interface PrisonPlace {
  readonly prisonId: PrisonId
  readonly timeZone: string
}

export type FindHouse = () => Promise<PrisonPlace>

/** The database's prison, read once: a prison does not move. */
export function createFindHouse(database: Database): FindHouse {
  let known: PrisonPlace | undefined
  return async () => {
    known ??= await database
      .selectFrom('prison')
      .select(['id as prisonId', 'time_zone as timeZone'])
      .executeTakeFirstOrThrow()
    return known
  }
}
