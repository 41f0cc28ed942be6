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

/**
 * Makes a one-time link's token for a warden who is to come.
 *
 *  - Another one for the same name replaces the first.
 *  - On the command line it may be for somebody who works here already, or did: their next passkey. A warden's own cannot:
 *    it would let one warden act as another. Throws `STAFF_INVITATION_REFUSED`.
 */
export async function inviteStaff(
  database: Database,
  { name, invitedBy }: Invitation,
  now: Date,
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const { token, hash } = createToken()
  const expiresAt = new Date(now.getTime() + INVITATION_LIFE_MS)
  await database.transaction().execute(async transaction => {
    const staffId = await makeOrFind(transaction, { name, invitedBy }, now)
    await transaction.deleteFrom('staff_invitations').where('staff_id', '=', staffId).execute()
    await transaction
      .insertInto('staff_invitations')
      .values({ token_hash: hash, staff_id: staffId, created_at: now, expires_at: expiresAt, used_at: null })
      .execute()
    const actor = invitedBy === null ? 'server' : `staff:${invitedBy}`
    await appendAudit(transaction, { at: now, actor, action: 'staff-invited', subject: { staffId, name } })
  })
  return { token, expiresAt }
}

/** The one who is to come, made if they are new. */
async function makeOrFind(transaction: Transaction, { name, invitedBy }: Invitation, now: Date): Promise<StaffId> {
  const id = uuid()
  const made = await transaction
    .insertInto('staff')
    .values({ id, name, role: 'warden', created_at: now, disabled_at: null, invited_by: invitedBy })
    .onConflict(conflict => conflict.column('name').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) return id
  if (invitedBy !== null) {
    throw new GuichetError('STAFF_INVITATION_REFUSED', `There is somebody called ${name} already.`)
  }
  const { id: known } = await transaction
    .updateTable('staff')
    .set({ disabled_at: null })
    .where('name', '=', name)
    .returning('id')
    .executeTakeFirstOrThrow()
  return known
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
