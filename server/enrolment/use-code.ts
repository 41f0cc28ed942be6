import type { EnrolmentCode, LookAtCodeAnswer } from '#shared/contracts/enrolment.ts'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Language } from '#shared/contracts/language.ts'
import type { ServiceSecret } from '#shared/service/service-code.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Database, Transaction } from '../database/open-database.ts'
import { readPrison } from '../database/read-prison.ts'
import { readServiceSecret } from './service-secret.ts'
import { giveKey } from './enrol-terminal.ts'
import { lockTerminalById } from './lock-terminal.ts'
import { hashCode } from './make-codes.ts'
import { type TerminalConfiguration, terminalConfiguration, type Trust } from './terminal-configuration.ts'

/** How long after its use a code answers the same key again, in milliseconds: an answer may be lost on its way. */
export const REPEATABLE_FOR_MS = 3600 * 1000

interface StoredCode {
  readonly terminalId: TerminalId
  readonly name: string
  readonly serverUrl: string
  readonly language: Language
  readonly expiresAt: Date
  readonly withdrawnAt: Date | null
  readonly usedAt: Date | null
  readonly usedKey: string | null
  readonly currentKey: string | null
  readonly revokedAt: Date | null
}

/**
 * What a code is for. Changes nothing.
 *
 * Throws `ENROLMENT_CODE_UNKNOWN`, `ENROLMENT_CODE_USED`, or `ENROLMENT_CODE_EXPIRED`: also for one that was withdrawn.
 */
export async function lookAtCode(
  database: Database,
  code: EnrolmentCode,
  now: Date,
): Promise<Omit<LookAtCodeAnswer, 'serverTime'>> {
  const stored = await findCode(database, code)
  if (stored.usedAt !== null) return refuseUsed()
  assertGood(stored, now)
  const { cell, wingNames } = await database
    .selectFrom('terminals')
    .innerJoin('cells', 'cells.id', 'terminals.cell_id')
    .innerJoin('wings', 'wings.id', 'cells.wing_id')
    .select(['cells.id as cell', 'wings.names as wingNames'])
    .where('terminals.id', '=', stored.terminalId)
    .executeTakeFirstOrThrow()
  const { names } = await readPrison(database)
  return {
    terminal: { name: stored.name, cell: cell.slice(0, 40), wing: wingNames[stored.language].slice(0, 80) },
    prison: { names },
    expiresAt: stored.expiresAt.toISOString(),
  }
}

export interface Enrolment {
  readonly code: EnrolmentCode
  /** Raw Ed25519, base64url. */
  readonly publicKey: string
}

/**
 * What the terminal of a code is to be told once it is in. To be read before the code is used: what cannot be told uses none up.
 *
 * Throws `ENROLMENT_CODE_UNKNOWN` for a code that nobody was given; of one that is no longer good, `enrolByCode` says so.
 */
export async function configurationFor(
  database: Database,
  trust: Trust,
  code: EnrolmentCode,
): Promise<TerminalConfiguration> {
  return terminalConfiguration(database, trust, await findCode(database, code))
}

/**
 * Takes a terminal in by its code, and answers the secret of its service screen.
 *
 *  - Of two at once, the second waits for the first and finds the code used.
 *  - Asked again with the same key within an hour it changes nothing, as long as that key is still the terminal's.
 *  - A code is used up together with everything else, or not at all.
 *  - Throws what `lookAtCode` throws.
 */
export async function enrolByCode(
  database: Database,
  { code, publicKey }: Enrolment,
  now: Date,
): Promise<ServiceSecret> {
  return database.transaction().execute(async transaction => {
    const stored = await findLocked(transaction, code)
    if (stored.usedAt === null) await takeIn(transaction, stored, { code, publicKey }, now)
    else if (!isRepeatable(stored, publicKey, now)) refuseUsed()
    return readServiceSecret(transaction, stored.terminalId)
  })
}

async function takeIn(
  transaction: Transaction,
  stored: StoredCode,
  { code, publicKey }: Enrolment,
  now: Date,
): Promise<void> {
  assertGood(stored, now)
  const { terminalId, name } = stored
  await transaction
    .updateTable('enrolment_codes')
    .set({ used_at: now, used_key: publicKey })
    .where('code_hash', '=', hashCode(code))
    .execute()
  await giveKey(transaction, terminalId, publicKey, now)
  const subject = { terminalId, name, replaced: stored.currentKey !== null }
  const actor = `terminal:${terminalId}`
  await appendAudit(transaction, { at: now, actor, action: 'terminal-enrolled', subject })
}

async function findCode(database: Database | Transaction, code: EnrolmentCode): Promise<StoredCode> {
  const row = await database
    .selectFrom('enrolment_codes')
    .innerJoin('terminals', 'terminals.id', 'enrolment_codes.terminal_id')
    .select([
      'terminals.id as terminalId',
      'terminals.name',
      'server_url as serverUrl',
      'language',
      'expires_at as expiresAt',
      'withdrawn_at as withdrawnAt',
      'used_at as usedAt',
      'used_key as usedKey',
      'public_key as currentKey',
      'revoked_at as revokedAt',
    ])
    .where('code_hash', '=', hashCode(code))
    .executeTakeFirst()
  if (row === undefined) throw new GuichetError('ENROLMENT_CODE_UNKNOWN', 'no such code')
  return row
}

/** Read again once its terminal is locked: what was read before may be somebody else's use by then. */
async function findLocked(transaction: Transaction, code: EnrolmentCode): Promise<StoredCode> {
  const { terminalId } = await findCode(transaction, code)
  await lockTerminalById(transaction, terminalId)
  return findCode(transaction, code)
}

function isRepeatable({ usedAt, usedKey, currentKey, revokedAt }: StoredCode, publicKey: string, now: Date): boolean {
  const isRecent = usedAt !== null && now.getTime() - usedAt.getTime() < REPEATABLE_FOR_MS
  return isRecent && usedKey === publicKey && currentKey === publicKey && revokedAt === null
}

function assertGood({ withdrawnAt, expiresAt }: StoredCode, now: Date): void {
  if (withdrawnAt !== null || expiresAt <= now) throw new GuichetError('ENROLMENT_CODE_EXPIRED', 'no longer good')
}

function refuseUsed(): never {
  throw new GuichetError('ENROLMENT_CODE_USED', 'used already')
}
