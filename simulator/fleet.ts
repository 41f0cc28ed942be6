import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { v4 as uuid } from 'uuid'
import { type TerminalId, terminalIdSchema } from '#shared/contracts/ids.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { must } from '#shared/errors/must.ts'
import type { Database } from '#server/database/open-database.ts'
import { readPrison } from '#server/database/read-prison.ts'
import { rawPublicKey } from '#server/keys/ed25519-key.ts'
import { createSamplePrison } from '#server/sample/sample-prison.ts'

/** Where a simulated terminal stands. */
export interface FleetPlace {
  readonly id: TerminalId
  readonly name: string
  readonly cellId: string
  readonly wingId: string
}

/** A terminal that exists in the database and in this process only. */
export interface FleetTerminal extends FleetPlace {
  readonly privateKey: KeyObject
}

const PREFIX = 'sim-'
/** As many as have a name of five digits. */
export const MOST_TERMINALS = 99_999

/**
 * Enrols `count` terminals, named `sim-00001` and so on, in the cells there are, each with a new key.
 *
 * Throws `SIMULATION_REFUSED` where the prison is not the invented one: what is simulated is recorded as if people had done it.
 */
export async function enrolFleet(database: Database, count: number, at: Date): Promise<readonly FleetTerminal[]> {
  const places = await placeFleet(database, count)
  const fleet = places.map(place => ({ ...place, privateKey: generateKeyPairSync('ed25519').privateKey }))
  await sql`
    update terminals t set public_key = n.key, enrolled_at = ${at}::timestamptz from unnest(
      ${fleet.map(({ id }) => id)}::uuid[], ${fleet.map(({ privateKey }) => rawPublicKey(privateKey))}::text[]
    ) as n (id, key) where t.id = n.id`.execute(database)
  return fleet
}

/** Puts `count` terminals into the cells there are, none of them enrolled, not even those that were. Throws `SIMULATION_REFUSED`. */
export async function placeFleet(database: Database, count: number): Promise<readonly FleetPlace[]> {
  await assertInvented(database)
  const cells = await database.selectFrom('cells').select(['id', 'wing_id as wingId']).orderBy('id').execute()
  const wanted = Array.from({ length: count }, (_, index) => {
    const cell = must(cells[index % cells.length], 'a cell')
    return { name: nameOf(index), cell }
  })
  const { rows } = await sql<{ id: string; name: string }>`
    insert into terminals as t (id, name, cell_id)
    select id, name, cell from unnest(
      ${wanted.map(() => uuid())}::uuid[], ${wanted.map(({ name }) => name)}::text[],
      ${wanted.map(({ cell }) => cell.id)}::text[]
    ) as n (id, name, cell)
    on conflict (name) do update
      set cell_id = excluded.cell_id, public_key = null, enrolled_at = null, revoked_at = null
    returning t.id, t.name`.execute(database)
  await forgetStanding(database)
  const ids = new Map(rows.map(({ id, name }) => [name, terminalIdSchema.parse(id)]))
  return wanted.map(({ name, cell }) => {
    const id = must(ids.get(name), 'an id for each terminal')
    return { id, name, cellId: cell.id, wingId: cell.wingId }
  })
}

export interface RemovedFleet {
  readonly removed: number
  /** Those that pushed something: records say so, and stay. */
  readonly revoked: number
}

/** Takes every simulated terminal out of the database that recorded nothing, and the keys of the others back. */
export async function removeFleet(database: Database, at: Date): Promise<RemovedFleet> {
  await assertInvented(database)
  await forgetStanding(database)
  const gone = await sql`
    delete from terminals t where t.name like ${`${PREFIX}%`}
      and not exists (select from operations o where o.terminal_id = t.id)
      and not exists (select from operation_conflicts c where c.terminal_id = t.id)`.execute(database)
  const out = await database
    .updateTable('terminals')
    .set({ revoked_at: at })
    .where('name', 'like', `${PREFIX}%`)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return { removed: Number(gone.numAffectedRows ?? 0), revoked: Number(out.numUpdatedRows) }
}

async function assertInvented(database: Database): Promise<void> {
  const { id } = await readPrison(database)
  const { prison } = createSamplePrison({ today: '2026-01-01' })
  if (id === prison.id) return
  throw new GuichetError(
    'SIMULATION_REFUSED',
    'This is not the invented prison. Simulate on a database of its own, made with: guichet seed',
  )
}

/** A simulated terminal that is enrolled again has a new disk. */
async function forgetStanding(database: Database): Promise<void> {
  await sql`
    delete from terminal_states s using terminals t where t.id = s.terminal_id and t.name like ${`${PREFIX}%`}
  `.execute(database)
}

function nameOf(index: number): string {
  return `${PREFIX}${String(index + 1).padStart(5, '0')}`
}
