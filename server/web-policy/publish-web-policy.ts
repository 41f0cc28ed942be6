import { parseWebPolicy } from '#shared/policy/web-policy.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { touch } from '../changes/touch.ts'
import type { Database } from '../database/open-database.ts'

/** The one policy's key, in its table and in the change feed. */
const KEY = 'web-policy'

/** Makes `policy` the web policy of every terminal. Throws `POLICY_INVALID`; then nothing was changed. */
export async function publishWebPolicy(database: Database, policy: unknown): Promise<void> {
  const parsed = parseWebPolicy(policy)
  if (!parsed.ok) {
    const [first] = parsed.problems
    throw new GuichetError('POLICY_INVALID', `${first?.path ?? ''}: ${first?.reason ?? 'not a policy'}`)
  }
  const text = JSON.stringify(policy)
  await database.transaction().execute(async transaction => {
    await transaction
      .insertInto('web_policy')
      .values({ id: KEY, text })
      .onConflict(conflict => conflict.column('id').doUpdateSet({ text }))
      .execute()
    await touch(transaction, [{ entity: 'web-policy', key: KEY, scope: 'prison' }])
  })
}
