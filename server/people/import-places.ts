import type { Database, Transaction } from '../database/open-database.ts'
import { type KnownPlaces, type PlacePlan, type PlaceRow, planPlaces } from './plan-places.ts'

/** What a list of places would make, or did. */
export interface PlaceCounts {
  readonly wings: number
  readonly cells: number
  readonly terminals: number
}

/** What is missing for every line to be true, and what stands against it. */
export async function lookAtPlaces(database: Database | Transaction, rows: readonly PlaceRow[]): Promise<PlacePlan> {
  return planPlaces(rows, await readKnown(database))
}

/** Makes what a plan without problems names. */
export async function makePlaces(
  transaction: Transaction,
  { wings, cells, terminals }: PlacePlan,
): Promise<PlaceCounts> {
  const notEnrolled = { public_key: null, enrolled_at: null, revoked_at: null }
  if (wings.length > 0)
    await transaction
      .insertInto('wings')
      .values([...wings])
      .execute()
  if (cells.length > 0)
    await transaction
      .insertInto('cells')
      .values([...cells])
      .execute()
  const rows = terminals.map(terminal => ({ ...terminal, ...notEnrolled }))
  if (rows.length > 0) await transaction.insertInto('terminals').values(rows).execute()
  return countPlaces({ wings, cells, terminals })
}

export function countPlaces({ wings, cells, terminals }: Omit<PlacePlan, 'problems'>): PlaceCounts {
  return { wings: wings.length, cells: cells.length, terminals: terminals.length }
}

async function readKnown(database: Database | Transaction): Promise<KnownPlaces> {
  return {
    wings: await database.selectFrom('wings').select(['id', 'names']).execute(),
    cells: await database.selectFrom('cells').select(['id', 'wing_id as wingId', 'capacity']).execute(),
    terminals: await database.selectFrom('terminals').select(['name', 'cell_id as cellId']).execute(),
  }
}
