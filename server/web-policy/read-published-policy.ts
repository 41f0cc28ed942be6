import type { Database } from '../database/open-database.ts'

/** The text of the policy that terminals are given, or `undefined` before there is one. */
export async function readPublishedPolicy(database: Database): Promise<string | undefined> {
  const row = await database.selectFrom('web_policy').select('text').executeTakeFirst()
  return row?.text
}
