import type { StaffList } from '#shared/contracts/staff.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Database } from '../database/open-database.ts'

/** Who works here, and who was invited and has not come yet. */
export async function listStaff(database: Database, now: Date): Promise<StaffList> {
  const staff = await database
    .selectFrom('staff')
    .select(['id', 'name', 'role'])
    .where('disabled_at', 'is', null)
    .where('id', 'in', database.selectFrom('staff_keys').select('staff_id'))
    .orderBy('name')
    .execute()
  const invited = await database
    .selectFrom('staff_invitations')
    .innerJoin('staff', 'staff.id', 'staff_invitations.staff_id')
    .select(['name', 'expires_at'])
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('disabled_at', 'is', null)
    .orderBy('expires_at')
    .execute()
  return { staff, invited: invited.map(({ name, expires_at: at }) => ({ name, expiresAt: at.toISOString() })) }
}

/**
 * Takes somebody's keys, links and sessions, and with them every way in, at once. The name stays in the records. Throws
 * `STAFF_UNKNOWN`.
 */
export async function removeStaff(database: Database, name: string, now: Date): Promise<void> {
  await database.transaction().execute(async transaction => {
    const gone = await transaction
      .updateTable('staff')
      .set({ disabled_at: now })
      .where('name', '=', name)
      .where('disabled_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (gone === undefined) {
      throw new GuichetError('STAFF_UNKNOWN', `Nobody called ${name} works here. See: guichet staff list`)
    }
    await transaction.deleteFrom('staff_sessions').where('staff_id', '=', gone.id).execute()
    await transaction.deleteFrom('staff_keys').where('staff_id', '=', gone.id).execute()
    await transaction.deleteFrom('staff_invitations').where('staff_id', '=', gone.id).execute()
    const subject = { staffId: gone.id, name }
    await appendAudit(transaction, { at: now, actor: 'server', action: 'staff-removed', subject })
  })
}

/** Whether anybody could sign in, or was given a link that is still good. */
export async function hasStaff(database: Database, now: Date): Promise<boolean> {
  const { staff, invited } = await listStaff(database, now)
  return staff.length + invited.length > 0
}
