import { v4 as uuid } from 'uuid'
import type { StaffId } from '#shared/contracts/staff.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Database, Transaction } from '../database/open-database.ts'
import { createToken, hashToken } from './one-time-token.ts'

/** How long a link is good for, in milliseconds. */
export const INVITATION_LIFE_MS = 24 * 3600 * 1000

/** Whom a link is for, and who made it: null on the server's own command line. */
export interface Invitation {
  readonly name: string
  readonly invitedBy: StaffId | null
}

/** Whom a link turned out to be for: somebody new, somebody who has passkeys here, or somebody who was removed. */
export type Invited = 'new' | 'here' | 'removed'

export interface MadeInvitation {
  readonly token: string
  readonly expiresAt: Date
  readonly invited: Invited
}

/**
 * Makes a one-time link's token for a warden who is to come.
 *
 *  - Another one for the same name replaces the first.
 *  - On the command line it may be for somebody who works here already: it adds a passkey, and those they have stay good. Whoever
 *    was removed comes back by it. A warden's own cannot: it would let one warden act as another. Throws
 *    `STAFF_INVITATION_REFUSED`.
 */
export async function inviteStaff(
  database: Database,
  { name, invitedBy }: Invitation,
  now: Date,
): Promise<MadeInvitation> {
  const { token, hash } = createToken()
  const expiresAt = new Date(now.getTime() + INVITATION_LIFE_MS)
  return database.transaction().execute(async transaction => {
    const { staffId, invited } = await makeOrFind(transaction, { name, invitedBy }, now)
    await transaction.deleteFrom('staff_invitations').where('staff_id', '=', staffId).execute()
    await transaction
      .insertInto('staff_invitations')
      .values({ token_hash: hash, staff_id: staffId, created_at: now, expires_at: expiresAt, used_at: null })
      .execute()
    const actor = invitedBy === null ? 'server' : `staff:${invitedBy}`
    await appendAudit(transaction, { at: now, actor, action: 'staff-invited', subject: { staffId, name } })
    return { token, expiresAt, invited }
  })
}

/** The one who is to come, made if they are new. */
async function makeOrFind(
  transaction: Transaction,
  { name, invitedBy }: Invitation,
  now: Date,
): Promise<{ readonly staffId: StaffId; readonly invited: Invited }> {
  const id = uuid()
  const made = await transaction
    .insertInto('staff')
    .values({ id, name, role: 'warden', created_at: now, disabled_at: null, invited_by: invitedBy })
    .onConflict(conflict => conflict.column('name').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) return { staffId: id, invited: 'new' }
  if (invitedBy !== null) {
    throw new GuichetError('STAFF_INVITATION_REFUSED', `There is somebody called ${name} already.`)
  }
  return findKnown(transaction, name)
}

async function findKnown(transaction: Transaction, name: string) {
  const { id, disabled_at: removedAt } = await transaction
    .selectFrom('staff')
    .select(['id', 'disabled_at'])
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (removedAt !== null) {
    await transaction.updateTable('staff').set({ disabled_at: null }).where('id', '=', id).execute()
    return { staffId: id, invited: 'removed' as const }
  }
  const key = await transaction
    .selectFrom('staff_keys')
    .select('staff_id')
    .where('staff_id', '=', id)
    .executeTakeFirst()
  return { staffId: id, invited: key === undefined ? ('new' as const) : ('here' as const) }
}

/** Whom a token is for. Throws `STAFF_INVITATION_REFUSED` for one that is unknown, used or too old: the same for all. */
export async function readInvitation(
  database: Database | Transaction,
  token: string,
  now: Date,
): Promise<{ readonly id: StaffId; readonly name: string }> {
  const row = await database
    .selectFrom('staff_invitations')
    .innerJoin('staff', 'staff.id', 'staff_invitations.staff_id')
    .select(['staff.id', 'staff.name'])
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return row ?? refuse()
}

/** Uses a token up. Of two at once, the second waits for the first and is refused. */
export async function takeInvitation(transaction: Transaction, token: string, now: Date): Promise<StaffId> {
  const { id } = await readInvitation(transaction, token, now)
  const taken = await transaction
    .updateTable('staff_invitations')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n ? id : refuse()
}

function refuse(): never {
  throw new GuichetError('STAFF_INVITATION_REFUSED', 'This link is not good, or no longer.')
}
