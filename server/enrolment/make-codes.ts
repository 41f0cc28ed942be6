import { createHash, randomBytes } from 'node:crypto'
import type { EnrolmentCode } from '#shared/contracts/enrolment.ts'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Language, LocalText } from '#shared/contracts/language.ts'
import type { StaffId } from '#shared/contracts/staff.ts'
import { codeFromBytes, ENROLMENT_CODE_BYTES } from '#shared/enrolment/code.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { must } from '#shared/errors/must.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Database, Transaction } from '../database/open-database.ts'
import { withdrawCodes } from './withdraw-codes.ts'

/** How long a code is good for where nobody says, in milliseconds. */
export const ENROLMENT_CODE_LIFE_MS = 72 * 3600 * 1000

export interface CodeWish {
  /** The terminals' names. */
  readonly terminals: readonly string[]
  /** Where they are told to reach the server. */
  readonly serverUrl: string
  readonly language: Language
  readonly lifeMs: number
  /** `null` on the server's own command line. */
  readonly madeBy: StaffId | null
}

/** A code, in clear for the last time: the database keeps its hash alone. */
export interface MadeCode {
  readonly code: EnrolmentCode
  readonly terminal: string
  readonly cell: string
  readonly wingNames: LocalText
  readonly expiresAt: Date
}

/** What a code is looked up by. Unsalted on purpose: 60 random bits are not guessed from their hash in the days it is good for. */
export function hashCode(code: EnrolmentCode): Buffer {
  return createHash('sha256').update(code).digest()
}

/**
 * Makes a one-time code for each of these terminals, all of them or none, in the order they are named.
 *
 *  - A code that waits for one of them already is withdrawn.
 *  - The terminal in use keeps its key until the code is used.
 *  - Throws `TERMINAL_UNKNOWN`.
 */
export async function makeCodes(database: Database, wish: CodeWish, now: Date): Promise<readonly MadeCode[]> {
  return database.transaction().execute(transaction => makeCodesIn(transaction, wish, now))
}

/** The same in a transaction that goes on. */
export async function makeCodesIn(transaction: Transaction, wish: CodeWish, now: Date): Promise<readonly MadeCode[]> {
  const found = await lockTerminals(transaction, wish.terminals)
  await withdrawCodes(
    transaction,
    [...found.values()].map(({ id }) => id),
    now,
  )
  const expiresAt = new Date(now.getTime() + wish.lifeMs)
  const made = [...found.values()].map(place => ({ ...place, code: codeFromBytes(randomBytes(ENROLMENT_CODE_BYTES)) }))
  await store(transaction, made, { ...wish, now, expiresAt })
  const codes = new Map(made.map(one => [one.name, one]))
  return wish.terminals.map(name => {
    const { code, cell, wingNames } = must(codes.get(name), 'a code for each terminal')
    return { code, terminal: name, cell, wingNames, expiresAt }
  })
}

interface Place {
  readonly id: TerminalId
  readonly name: string
  readonly cell: string
  readonly wingNames: LocalText
}

async function lockTerminals(transaction: Transaction, names: readonly string[]): Promise<ReadonlyMap<string, Place>> {
  if (names.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('terminals')
    .innerJoin('cells', 'cells.id', 'terminals.cell_id')
    .innerJoin('wings', 'wings.id', 'cells.wing_id')
    .select(['terminals.id', 'terminals.name', 'cells.id as cell', 'wings.names as wingNames'])
    .where('terminals.name', 'in', [...new Set(names)])
    .orderBy('terminals.id')
    .forNoKeyUpdate('terminals')
    .execute()
  const found = new Map(rows.map(row => [row.name, row]))
  const unknown = names.filter(name => !found.has(name))
  if (unknown.length > 0) {
    throw new GuichetError('TERMINAL_UNKNOWN', `No terminal is called ${unknown.slice(0, 5).join(', ')}.`)
  }
  return found
}

async function store(
  transaction: Transaction,
  made: readonly (Place & { readonly code: EnrolmentCode })[],
  { serverUrl, language, madeBy, now, expiresAt }: CodeWish & { readonly now: Date; readonly expiresAt: Date },
): Promise<void> {
  if (made.length === 0) return
  const actor = madeBy === null ? 'server' : `staff:${madeBy}`
  const rows = made.map(({ id, code }) => ({
    code_hash: hashCode(code),
    terminal_id: id,
    server_url: serverUrl,
    language,
    made_by: actor,
    made_at: now,
    expires_at: expiresAt,
    withdrawn_at: null,
    used_at: null,
    used_key: null,
  }))
  await transaction.insertInto('enrolment_codes').values(rows).execute()
  const subject = { terminals: made.map(({ name }) => name), until: expiresAt.toISOString() }
  await appendAudit(transaction, { at: now, actor, action: 'enrolment-codes-made', subject })
}
