import type { StaffId } from '#shared/contracts/staff.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Database } from '../database/open-database.ts'

/** How long somebody must have worked here to be the second warden of whoever invited them, in milliseconds. */
export const VOUCHED_FOR_MS = 24 * 3600 * 1000

/*
 * Threat: one warden invites a second who does not exist, opens the link themselves, and approves their own order with that
 * name. The records would show it, and it would be done.
 */

/**
 * Throws `ORDER_REFUSED` where `approver` was invited by `orderedBy` less than a day ago. The day gives the others, who see
 * the invitation, time to ask who that is. Held by "a warden cannot invite their own second warden".
 */
export async function refuseFreshAccomplice(
  database: Database,
  { approver, orderedBy }: { readonly approver: StaffId; readonly orderedBy: StaffId },
  now: Date,
): Promise<void> {
  const { created_at: createdAt, invited_by: invitedBy } = await database
    .selectFrom('staff')
    .select(['created_at', 'invited_by'])
    .where('id', '=', approver)
    .executeTakeFirstOrThrow()
  const isFresh = now.getTime() - createdAt.getTime() < VOUCHED_FOR_MS
  if (invitedBy === orderedBy && isFresh) {
    throw new GuichetError(
      'ORDER_REFUSED',
      'Whoever gave this order invited you less than a day ago: another warden must approve it.',
    )
  }
}
