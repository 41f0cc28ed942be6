import { sql } from 'kysely'
import { v4 as uuid } from 'uuid'
import { type InmateId, inmateIdSchema } from '#shared/contracts/ids.ts'
import { touch, type Touched } from '../changes/touch.ts'
import type { Database, Transaction } from '../database/open-database.ts'
import { openInmateAccounts } from '../ledger/open-accounts.ts'
import { findProblems, type KnownPeople, type PersonRow } from './plan-people.ts'

/** Somebody who comes, with what their PIN is checked against. */
export type Arrival = PersonRow & { readonly pinVerifier: string }

/** What stands against taking these people in. */
export async function lookAtPeople(
  database: Database | Transaction,
  rows: readonly PersonRow[],
): Promise<readonly string[]> {
  return findProblems(rows, await readKnown(database))
}

/**
 * Takes people in: their place, an empty purse, and everything their terminals show of them. Whoever calls it has looked first
 * (`lookAtPeople`) in the same transaction.
 */
export async function takePeopleIn(transaction: Transaction, arrivals: readonly Arrival[], at: Date): Promise<void> {
  const people = arrivals.map(arrival => ({ ...arrival, id: inmateIdSchema.parse(uuid()) }))
  const rows = people.map(({ id, number, givenName, familyName, language, pinVerifier }) => ({
    id,
    number,
    given_name: givenName,
    family_name: familyName,
    language,
    pin_verifier: pinVerifier,
  }))
  await transaction.insertInto('inmates').values(rows).execute()
  const stays = people.map(({ id, cell }) => ({ inmate_id: id, cell_id: cell, since: at, until: null }))
  await transaction.insertInto('cell_stays').values(stays).execute()
  const ids = people.map(({ id }) => id)
  await openInmateAccounts(transaction, ids)
  await touch(transaction, ids.flatMap(toTouched))
}

function toTouched(id: InmateId): Touched[] {
  return (['person', 'account'] as const).map(entity => ({ entity, key: id, scope: `inmate:${id}` }))
}

async function readKnown(database: Database | Transaction): Promise<KnownPeople> {
  const numbers = await database.selectFrom('inmates').select('number').execute()
  const { rows } = await sql<{ id: string; capacity: number; people: number }>`
    select c.id, c.capacity, count(s.inmate_id)::integer as people
    from cells c left join cell_stays s on s.cell_id = c.id and s.until is null group by c.id, c.capacity
  `.execute(database)
  return {
    numbers: new Set(numbers.map(({ number }) => number)),
    cells: new Map(rows.map(({ id, capacity, people }) => [id, { capacity, people }])),
  }
}
