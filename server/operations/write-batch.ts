import { sql } from 'kysely'
import { type Touched, touch } from '../changes/touch.ts'
import { insertAll } from '../database/insert-all.ts'
import type { Transaction } from '../database/open-database.ts'
import { postMovements } from '../ledger/post-movements.ts'
import type { BatchEffects } from './batch-effects.ts'
import type { Desk } from './decision.ts'
import { writeOpened } from './write-opened.ts'

interface Shelf {
  readonly id: string
  readonly stock: number
}

/** Writes what a batch decided: one statement a table, however many operations it has. */
export async function writeBatch(transaction: Transaction, { state, effects }: Desk): Promise<void> {
  await writeOperations(transaction, effects)
  await writeConflicts(transaction, effects)
  await writeOpened(transaction, [...effects.opened.values()])
  await writeSteps(transaction, effects)
  await writeEvents(transaction, effects)
  const shelves = [...effects.restocked].map(id => ({ id, stock: state.products.get(id)?.stock ?? 0 }))
  await writeStock(transaction, shelves)
  const touchedMoney = await postMovements(transaction, effects.movements)
  await touch(transaction, [...touchedRequests(effects), ...touchedMoney, ...shelves.map(touchedProduct)])
}

function writeOperations(transaction: Transaction, { operations }: BatchEffects): Promise<void> {
  return insertAll(transaction, 'operations', operations, {
    id: { type: 'uuid', of: ({ operation }) => operation.id },
    terminal_id: { type: 'uuid', of: ({ operation }) => operation.terminalId },
    inmate_id: { type: 'uuid', of: ({ operation }) => operation.inmateId },
    kind: { type: 'text', of: ({ operation }) => operation.kind },
    hash: { type: 'bytea', of: ({ hash }) => hash },
    operation: { type: 'json', of: ({ text }) => text },
    recorded_at: { type: 'timestamptz', of: ({ recordedAt }) => recordedAt.toISOString() },
    received_at: { type: 'timestamptz', of: ({ receivedAt }) => receivedAt.toISOString() },
    verdict: { type: 'json', of: ({ verdict }) => JSON.stringify(verdict) },
  })
}

async function writeConflicts(transaction: Transaction, { conflicts }: BatchEffects): Promise<void> {
  for (const { operationId, terminalId, text, hash, receivedAt } of conflicts) {
    await sql`
      insert into operation_conflicts (operation_id, hash, terminal_id, operation, received_at)
      values (${operationId}, ${hash}, ${terminalId}, ${text}, ${receivedAt}) on conflict do nothing
    `.execute(transaction)
  }
}

async function writeSteps(transaction: Transaction, { stepped }: BatchEffects): Promise<void> {
  if (stepped.size === 0) return
  const rows = [...stepped].map(({ id, state, remindedAt }) => ({ id, state, reminded_at: remindedAt }))
  await sql`
    update requests r set state = t.state, reminded_at = t.reminded_at
    from json_to_recordset(${JSON.stringify(rows)}) as t (id uuid, state text, reminded_at timestamptz)
    where r.id = t.id
  `.execute(transaction)
}

function writeEvents(transaction: Transaction, { events }: BatchEffects): Promise<void> {
  return insertAll(transaction, 'request_events', events, {
    request_id: { type: 'uuid', of: ({ requestId }) => requestId },
    position: { type: 'integer', of: ({ position }) => position },
    at: { type: 'timestamptz', of: ({ at }) => at },
    step: { type: 'text', of: ({ step }) => step },
  })
}

async function writeStock(transaction: Transaction, shelves: readonly Shelf[]): Promise<void> {
  if (shelves.length === 0) return
  await sql`
    update products p set stock = t.stock
    from json_to_recordset(${JSON.stringify(shelves)}) as t (id text, stock integer) where p.id = t.id
  `.execute(transaction)
}

function touchedRequests({ events }: BatchEffects): Touched[] {
  return events.map(({ requestId, inmateId }) => ({ entity: 'request', key: requestId, scope: `inmate:${inmateId}` }))
}

function touchedProduct({ id }: Shelf): Touched {
  return { entity: 'product', key: id, scope: 'prison' }
}
