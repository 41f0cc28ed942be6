import type { StaffId, StaffRole } from '#shared/contracts/staff.ts'
import type { Database, Transaction } from '../database/open-database.ts'
import { createToken, hashToken } from './one-time-token.ts'

/** A session ends when nobody did anything for this long, … */
export const SESSION_IDLE_MS = 15 * 60 * 1000
/** … and in any case this long after the passkey was touched. In milliseconds. */
export const SESSION_LIFE_MS = 12 * 3600 * 1000

/** Who is signed in. */
export interface SignedIn {
  readonly id: StaffId
  readonly name: string
  readonly role: StaffRole
}

/** Opens a session and answers its token, which is not stored. Sessions that are over are cleared away on the way. */
export async function openSession(database: Database | Transaction, staffId: StaffId, now: Date): Promise<string> {
  const { token, hash } = createToken()
  await database.deleteFrom('staff_sessions').where('expires_at', '<=', now).execute()
  await database.deleteFrom('staff_sessions').where('used_at', '<=', idleSince(now)).execute()
  const expiresAt = new Date(now.getTime() + SESSION_LIFE_MS)
  await database
    .insertInto('staff_sessions')
    .values({ token_hash: hash, staff_id: staffId, created_at: now, used_at: now, expires_at: expiresAt })
    .execute()
  return token
}

/** Whose session a token opens, if it is not over and they still work here. */
export async function findSession(database: Database, token: string, now: Date): Promise<SignedIn | undefined> {
  return database
    .selectFrom('staff_sessions')
    .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
    .select(['staff.id', 'staff.name', 'staff.role'])
    .where('token_hash', '=', hashToken(token))
    .where('used_at', '>', idleSince(now))
    .where('expires_at', '>', now)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Somebody did something: the session's idle time starts again. Never wakes one that is over. */
export async function touchSession(database: Database, token: string, now: Date): Promise<void> {
  await database
    .updateTable('staff_sessions')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', '>', idleSince(now))
    .execute()
}

export async function closeSession(database: Database, token: string): Promise<void> {
  await database.deleteFrom('staff_sessions').where('token_hash', '=', hashToken(token)).execute()
}

const idleSince = (now: Date) => new Date(now.getTime() - SESSION_IDLE_MS)
