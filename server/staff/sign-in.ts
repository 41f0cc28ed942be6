import type { StaffId } from '#shared/contracts/staff.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Database, Transaction } from '../database/open-database.ts'
import type { Challenges } from './challenges.ts'
import { readInvitation, takeInvitation } from './invitations.ts'
import { authenticationAnswerSchema, registrationAnswerSchema } from './passkey-answers.ts'
import {
  authenticationOptions,
  type Passkey,
  registrationOptions,
  type RelyingParty,
  verifyAuthentication,
  verifyRegistration,
} from './passkeys.ts'
import { openSession } from './sessions.ts'

type Options = Readonly<Record<string, unknown>>

/** How wardens come in. Every token this answers is a session's. */
export interface SignIn {
  readonly challengeSignUp: (token: string) => Promise<{ readonly name: string; readonly options: Options }>
  readonly signUp: (token: string, response: unknown) => Promise<string>
  readonly challengeSignIn: () => Promise<{ readonly options: Options }>
  readonly signIn: (response: unknown) => Promise<string>
}

export interface SignInPorts {
  readonly database: Database
  readonly relyingParty: RelyingParty
  readonly challenges: Challenges
  readonly clock: () => Date
}

/**
 * Signing up by a link, and signing in by a passkey.
 *
 *  - A link is used up in the transaction that stores the key: never without one, never twice.
 *  - Whatever is wrong with a passkey, the answer is the same `STAFF_REFUSED`.
 *  - A counter that does not rise is a copied key, and refused. Keys that are synchronised have none.
 */
export function createSignIn(ports: SignInPorts): SignIn {
  const { database, relyingParty, challenges, clock } = ports
  return {
    challengeSignUp: async token => {
      const person = await readInvitation(database, token, clock())
      return { name: person.name, options: await registrationOptions(relyingParty, challenges, person) }
    },
    signUp: (token, response) => signUp(ports, token, response),
    challengeSignIn: async () => ({ options: await authenticationOptions(relyingParty, challenges) }),
    signIn: response => signIn(ports, response),
  }
}

async function signUp({ database, relyingParty, challenges, clock }: SignInPorts, token: string, response: unknown) {
  const answer = registrationAnswerSchema.safeParse(response).data ?? refuse()
  const passkey = (await verifyRegistration(relyingParty, challenges, answer)) ?? refuse()
  const now = clock()
  return database.transaction().execute(async transaction => {
    const staffId = await takeInvitation(transaction, token, now)
    await keepKey(transaction, staffId, passkey, now)
    await record(transaction, 'staff-key-added', staffId, now)
    return openSession(transaction, staffId, now)
  })
}

async function keepKey(transaction: Transaction, staffId: StaffId, passkey: Passkey, now: Date): Promise<void> {
  const { credentialId, publicKey, counter, transports } = passkey
  const key = { credential_id: credentialId, public_key: publicKey, counter, transports: [...transports] }
  await transaction
    .insertInto('staff_keys')
    .values({ ...key, staff_id: staffId, created_at: now, used_at: null })
    .execute()
}

async function signIn({ database, relyingParty, challenges, clock }: SignInPorts, response: unknown): Promise<string> {
  const answer = authenticationAnswerSchema.safeParse(response).data ?? refuse()
  const row = await database
    .selectFrom('staff_keys')
    .innerJoin('staff', 'staff.id', 'staff_keys.staff_id')
    .select(['credential_id', 'staff_id', 'public_key', 'counter', 'transports'])
    .where('credential_id', '=', answer.id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return refuse()
  const { credential_id: credentialId, public_key: publicKey, counter, transports } = row
  const passkey = { credentialId, publicKey, counter, transports }
  const newCounter = (await verifyAuthentication(relyingParty, challenges, { answer, passkey })) ?? refuse()
  const now = clock()
  return database.transaction().execute(async transaction => {
    await transaction
      .updateTable('staff_keys')
      .set({ counter: newCounter, used_at: now })
      .where('credential_id', '=', credentialId)
      .execute()
    await record(transaction, 'staff-signed-in', row.staff_id, now)
    return openSession(transaction, row.staff_id, now)
  })
}

async function record(transaction: Transaction, action: string, staffId: StaffId, now: Date): Promise<void> {
  await appendAudit(transaction, { at: now, actor: `staff:${staffId}`, action, subject: { staffId } })
}

function refuse(): never {
  throw new GuichetError('STAFF_REFUSED', 'not somebody who works here')
}
