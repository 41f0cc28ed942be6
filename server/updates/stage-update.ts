import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { StageScope } from '#shared/update/choose-stage.ts'
import type { QuietHours } from '#shared/update/update-offer.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Database } from '../database/open-database.ts'

const idOf = (scope: StageScope) =>
  scope.kind === 'wing' ? scope.wing : scope.kind === 'terminal' ? scope.terminal : ''

export interface StageWish {
  readonly version: string
  readonly scope: StageScope
  readonly hours: QuietHours | null
}

/**
 * Lets a scope have a version, in place of the one it had. Staged again, terminals where it failed try once more.
 *
 * Throws `UPDATE_UNKNOWN` for a version that was not added.
 */
export async function stageUpdate(database: Database, { version, scope, hours }: StageWish, now: Date): Promise<void> {
  await database.transaction().execute(async transaction => {
    const known = await transaction.selectFrom('updates').select('version').where('version', '=', version).execute()
    if (known.length === 0) {
      throw new GuichetError(
        'UPDATE_UNKNOWN',
        `There is no version ${version} here. Add its file: guichet update add FILE`,
      )
    }
    // Of whatever version: one that took this one's place in between must not make the count begin anew.
    const before = await transaction
      .selectFrom('update_stages')
      .select(({ fn }) => fn.max('attempt').as('attempt'))
      .executeTakeFirst()
    const stage = {
      version,
      attempt: (before?.attempt ?? 0) + 1,
      is_paused: false,
      from_hour: hours?.from ?? null,
      to_hour: hours?.to ?? null,
      staged_at: now,
    }
    await transaction
      .insertInto('update_stages')
      .values({ scope_kind: scope.kind, scope_id: idOf(scope), ...stage })
      .onConflict(conflict => conflict.columns(['scope_kind', 'scope_id']).doUpdateSet(stage))
      .execute()
    await appendAudit(transaction, { at: now, actor: 'server', action: 'update-staged', subject: { version, scope } })
  })
}

/** Stops a version for those who do not run it yet. Answers how many stages that were. */
export async function pauseUpdate(database: Database, version: string, now: Date): Promise<number> {
  return database.transaction().execute(async transaction => {
    const { numUpdatedRows } = await transaction
      .updateTable('update_stages')
      .set({ is_paused: true })
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) {
      throw new GuichetError(
        'UPDATE_UNKNOWN',
        `Version ${version} is staged nowhere. Nothing was paused: guichet update show`,
      )
    }
    await appendAudit(transaction, { at: now, actor: 'server', action: 'update-paused', subject: { version } })
    return Number(numUpdatedRows)
  })
}
