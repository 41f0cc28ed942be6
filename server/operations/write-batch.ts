import { sql } from 'kysely'
import { type Touched, touch } from '../changes/touch.ts'
import type { Transaction } from '../database/open-database.ts'
import { postMovements } from '../ledger/post-movements.ts'
import type { BatchEffects } from './batch-effects.ts'
import type { Desk } from './decision.ts'
import { writeOpened } from './write-opened.ts'

/** Writes what a batch decided: one statement a table, however many operations it has. */
export async function writeBatch(transaction: Transaction, { state, effects }: Desk): Promise<void> {
  await writeOperations(transaction, effects)
  await writeConflicts(transaction, effects)
  await writeOpened(transaction, [...effects.opened.values()])
  await writeSteps(transaction, effects)
  await writeEvents(transaction, effects)
  const stock = [...effects.restocked].map(id => ({ id, stock: state.products.get(id)?.stock ?? 0 }))
  await writeStock(transaction, stock)
  const touchedMoney = await postMovements(transaction, effects.movements)
  await touch(transaction, [...touchedRequests(effects), ...touchedMoney, ...stock.map(touchedProduct)])
}

async function writeOperations(transaction: Transaction, { operations }: BatchEffects): Promise<void> {
  if (operations.length === 0) return
  const rows = operations.map(({ operation, hash, recordedAt, receivedAt, verdict }) => ({
    id: operation.id,
    terminal_id: operation.terminalId,
    inmate_id: operation.inmateId,
    kind: operation.kind,
    hash: toBytea(hash),
    operation,
    recorded_at: recordedAt,
    received_at: receivedAt,
    verdict,
  }))
  await sql`
    insert into operations (id, terminal_id, inmate_id, kind, hash, operation, recorded_at, received_at, verdict)
    select * from json_to_recordset(${JSON.stringify(rows)}) as t (id uuid, terminal_id uuid, inmate_id uuid,
      kind text, hash bytea, operation jsonb, recorded_at timestamptz, received_at timestamptz, verdict jsonb)
  `.execute(transaction)
}

async function writeConflicts(transaction: Transaction, { conflicts }: BatchEffects): Promise<void> {
  if (conflicts.length === 0) return
  const rows = conflicts.map(({ operationId, terminalId, operation, hash, receivedAt }) => ({
    operation_id: operationId,
    hash: toBytea(hash),
    terminal_id: terminalId,
    operation,
    received_at: receivedAt,
  }))
  await sql`
    insert into operation_conflicts (operation_id, hash, terminal_id, operation, received_at)
    select * from json_to_recordset(${JSON.stringify(rows)})
      as t (operation_id uuid, hash bytea, terminal_id uuid, operation jsonb, received_at timestamptz)
    on conflict do nothing
  `.execute(transaction)
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

async function writeEvents(transaction: Transaction, { events }: BatchEffects): Promise<void> {
  if (events.length === 0) return
  const rows = events.map(({ requestId, position, at, step }) => ({ request_id: requestId, position, at, step }))
  await sql`
    insert into request_events (request_id, position, at, step)
    select * from json_to_recordset(${JSON.stringify(rows)})
      as t (request_id uuid, position integer, at timestamptz, step text)
  `.execute(transaction)
}

async function writeStock(transaction: Transaction, rows: readonly { id: string; stock: number }[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update products p set stock = t.stock
    from json_to_recordset(${JSON.stringify(rows)}) as t (id text, stock integer) where p.id = t.id
  `.execute(transaction)
}

function touchedRequests({ events }: BatchEffects): Touched[] {
  return events.map(({ requestId, inmateId }) => ({ entity: 'request', key: requestId, scope: `inmate:${inmateId}` }))
}

function touchedProduct({ id }: { readonly id: string }): Touched {
  return { entity: 'product', key: id, scope: 'prison' }
}

function toBytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
