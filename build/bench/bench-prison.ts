import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { orderWindowSchema, productSchema } from '#shared/contracts/catalogue.ts'
import { must } from '#shared/errors/must.ts'
import { inmateIdSchema, orderWindowIdSchema } from '#shared/contracts/ids.ts'
import { type KioskIdentity, readConfiguration } from '#electron/configuration/read-configuration.ts'
import { createSamplePrison } from '#server/sample/sample-prison.ts'
import type { Demand } from '#simulator/queue-operations.ts'

const execute = promisify(execFile)
const guichet = join('dist', 'server', 'guichet.js')
const TERMINAL = 'A-07'
const LISTENS = /listens on (https:\/\/\S+)/

/** A prison server as a process of its own, with the sample prison, money and stock enough, and one enrolled terminal. */
export interface BenchPrison {
  readonly identity: KioskIdentity
  readonly configurationFile: string
  readonly demand: Demand
  /** Somebody of the terminal's cell. */
  readonly person: { readonly name: string; readonly number: string; readonly pin: string }
  readonly client: Client
  readonly socketFolder: string
  readonly stop: () => Promise<void>
}

export async function startBenchPrison(folder: string): Promise<BenchPrison> {
  const data = join(folder, 'server')
  await mkdir(data, { recursive: true })
  const run = (...args: string[]) => execute(process.execPath, [guichet, ...args, '--data', data])
  await run('seed')
  await run('medical', 'keygen', '--out', join(folder, 'medical-key.json'))
  await run('recovery', 'keygen', '--out', join(folder, 'recovery-key.json'))
  const { child, url } = await startServer(data)
  await run('enrol', '--cell', TERMINAL, '--folder', join(folder, 'kiosk'), '--server', url)
  const configurationFile = join(folder, 'kiosk', 'kiosk.json')
  const identity = await readConfiguration(configurationFile)
  const socketFolder = join(data, 'run')
  const client = new Client({ host: socketFolder, port: 5432, user: 'guichet', database: 'postgres' })
  await client.connect()
  await makePlenty(client)
  const stop = async () => {
    await client.end()
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return {
    identity,
    configurationFile,
    demand: await readDemand(client, identity),
    person: findPerson(),
    client,
    socketFolder,
    stop,
  }
}

function findPerson(): BenchPrison['person'] {
  const { inmates, cells } = createSamplePrison({ today: '2026-01-01' })
  const cell = must(
    cells.find(({ name }) => name === TERMINAL),
    'the cell of the terminal',
  )
  const {
    givenName: name,
    number,
    pin,
  } = must(
    inmates.find(({ cellId }) => cellId === cell.id),
    'somebody in that cell',
  )
  return { name, number, pin }
}

async function startServer(data: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [guichet, 'server', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const url = LISTENS.exec(line)?.[1]
    if (url === undefined) continue
    child.stdout.resume()
    return { child, url }
  }
  throw new Error('the prison server ended before it listened')
}

/** Limits are for people; here a thousand operations of two inmates must all be accepted. */
export async function makePlenty(client: Client): Promise<void> {
  await client.query('update products set stock = 1000000, max_per_order = 99, max_per_window = 1000000')
  await client.query('update order_windows set max_total_cents = 100000000')
  await client.query(`
    with gift as (
      insert into ledger_transactions (id, at, kind)
      select gen_random_uuid(), now(), 'deposit' from accounts where purpose = 'available' returning id
    ), numbered as (select id, row_number() over () as place from gift),
    inmate_account as (select id, row_number() over () as place from accounts where purpose = 'available')
    insert into ledger_entries (transaction_id, account_id, amount_cents)
    select g.id, a.id, 50000000 from numbered g join inmate_account a using (place)
    union all
    select g.id, (select id from accounts where purpose = 'outside'), -50000000 from numbered g`)
}

/**
 * The demand in an order window nobody ordered in yet: what somebody has on order there is read for each batch, so that
 * one drain would slow down the next.
 */
export async function inFreshWindow({ client, demand }: BenchPrison): Promise<Demand> {
  const id = orderWindowIdSchema.parse(`bench-${randomUUID()}`)
  await client.query(
    `insert into order_windows (id, opens_at, closes_at, late_until, delivery_day, max_total_cents)
     select $1, opens_at, closes_at, late_until, delivery_day, max_total_cents from order_windows where id = $2`,
    [id, demand.window.id],
  )
  return { ...demand, window: { ...demand.window, id } }
}

async function readDemand(client: Client, { configuration }: KioskIdentity): Promise<Demand> {
  const products = await client.query(`
    select id, category_id as "categoryId", names, unit, picture, price_cents as "priceCents", stock,
      max_per_order as "maxPerOrder", max_per_window as "maxPerWindow", allergens
    from products where price_cents > 0 order by id`)
  const windows = await client.query(`
    select id, to_char(opens_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "opensAt",
      to_char(closes_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "closesAt",
      to_char(late_until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lateUntil",
      delivery_day::text as "deliveryDay", max_total_cents as "maxTotalCents"
    from order_windows where opens_at <= now() and now() < closes_at limit 1`)
  const inmates = await client.query<{ id: string }>(
    `select s.inmate_id as id from cell_stays s join terminals t on t.cell_id = s.cell_id
     where t.name = $1 and s.until is null`,
    [TERMINAL],
  )
  return {
    terminalId: configuration.terminal.id,
    inmateIds: inmates.rows.map(({ id }) => inmateIdSchema.parse(id)),
    products: products.rows.map(row => productSchema.parse(row)),
    window: orderWindowSchema.parse(windows.rows[0]),
    medicalKey: configuration.medical,
  }
}
