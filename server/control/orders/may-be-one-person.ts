import { sql } from 'kysely'
import type { Transaction } from '../../database/open-database.ts'

/** How long an invitation can be asked about before it makes a second warden, in milliseconds. */
export const VOUCHED_FOR_MS = 24 * 3600 * 1000

/*
 * Threat: one warden invites another who does not exist, opens the link themselves, and is both of the two who have to agree. The
 * records would show it, and it would be done. It does not help them to give the order as the invented one and approve it as
 * themselves, to invent both, or to have one invented warden invite the next.
 */

/**
 * Whether two wardens may, so far as anybody knows, be one person: following invitations less than a day old back from each leads
 * to the same warden. The day gives the others, who see the invitation, time to ask who that is. Who was invited on the server's
 * own command line was invited by nobody. Held by "for a day nobody’s order is approved by one …".
 */
export async function mayBeOnePerson(
  transaction: Transaction,
  [first, second]: readonly [string, string],
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - VOUCHED_FOR_MS)
  const { rows } = await sql<{ readonly id: string }>`
    with recursive line as (
      select id, invited_by, created_at from staff where id in (${first}::uuid, ${second}::uuid)
      union
      select s.id, s.invited_by, s.created_at from line join staff s on s.id = line.invited_by
      where line.created_at > ${since}
    )
    select id from line where invited_by is null or created_at <= ${since}
  `.execute(transaction)
  return rows.length < 2
}
