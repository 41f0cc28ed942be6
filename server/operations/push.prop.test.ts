import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Operation } from '#shared/contracts/operation.ts'
import type { Verdict } from '#shared/contracts/verdict.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { reconcile } from '../canteen/reconcile.ts'
import { advanceRequest } from '../requests/advance-request.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { moneyOf, stockOf } from '../testing/holdings.ts'
import { anAppointment, anOrder, aReminder, aWithdrawal } from '../testing/operations.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let own: TestDatabase
let server: TestServer

beforeAll(async () => {
  own = await createTestDatabase()
  server = createTestServer(own.database)
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

const OPENING_CENTS = 2000
const STOCK = 6

type Inmate = 0 | 1
type Step =
  | { readonly do: 'order'; readonly inmate: Inmate; readonly lines: readonly { product: number; quantity: number }[] }
  | { readonly do: 'appointment'; readonly inmate: Inmate }
  | { readonly do: 'withdraw' | 'remind'; readonly inmate: Inmate; readonly earlier: number }

const inmate = fc.constantFrom<Inmate>(0, 1)
const lines = fc.uniqueArray(fc.record({ product: fc.nat(2), quantity: fc.integer({ min: 1, max: 4 }) }), {
  minLength: 1,
  selector: line => line.product,
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('order' as const), inmate, lines }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('appointment' as const), inmate }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('withdraw' as const, 'remind' as const), inmate, earlier: fc.nat(30) }),
  },
)

/** What happens to the operations on their way: cut into batches, some sent again, all in some order, or at once. */
const journey = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 24 }),
  cuts: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1 }),
  repeats: fc.array(fc.nat(30), { maxLength: 6 }),
  shuffle: fc.array(fc.nat(1000), { maxLength: 12 }),
  isAtOnce: fc.boolean(),
  staff: fc.array(fc.tuple(fc.nat(30), fc.constantFrom('in-hand', 'prepared', 'delivered', 'cancelled')), {
    maxLength: 12,
  }),
})

test('whatever is ordered, withdrawn, repeated, reordered or sent at once, money and goods add up and each counts once', async () => {
  await fc.assert(
    fc.asyncProperty(journey, async ({ steps, cuts, repeats, shuffle, isAtOnce, staff }) => {
      const prison = await aPrison(own.database, { openingCents: OPENING_CENTS, stock: STOCK, maxPerWindow: 8 })
      const operations = toOperations(steps, prison)
      const batches = reordered(withRepeats(cut(operations, cuts), repeats), shuffle)
      if (isAtOnce) await Promise.all(batches.map(batch => server.push(prison, batch)))
      else for (const batch of batches) await server.push(prison, batch)
      for (const [at, to] of staff) await takeStep(operations[at % operations.length], to)
      const verdicts = await server.push(prison, operations)

      expect(verdicts.map(({ status }) => status)).not.toContain('applied')
      expect(verdicts.map(({ status }) => status)).not.toContain('deferred')
      await expectConserved(prison)
      await expectOnce(operations, verdicts)
      const before = await snapshot(prison)
      expect(await server.push(prison, operations.toReversed())).toEqual(verdicts.toReversed())
      expect(await snapshot(prison)).toEqual(before)
    }),
    { numRuns: 25, endOnFailure: true },
  )
  expect(await reconcile(own.database)).toEqual([])
}, 120_000)

function toOperations(steps: readonly Step[], prison: TestPrison): Operation[] {
  const operations: Operation[] = []
  for (const each of steps) {
    if (each.do === 'order') operations.push(anOrder(prison, each.lines, { inmate: each.inmate }))
    else if (each.do === 'appointment') operations.push(anAppointment(prison, { inmate: each.inmate }))
    else {
      const about = operations[each.earlier % Math.max(1, operations.length)]
      if (about === undefined) continue
      const make = each.do === 'withdraw' ? aWithdrawal : aReminder
      operations.push(make(prison, about.id, { inmate: each.inmate }))
    }
  }
  return operations.length === 0 ? [anAppointment(prison)] : operations
}

function cut(operations: readonly Operation[], sizes: readonly number[]): Operation[][] {
  const batches: Operation[][] = []
  for (let from = 0, turn = 0; from < operations.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    batches.push(operations.slice(from, from + size))
    from += size
  }
  return batches
}

function withRepeats(batches: readonly Operation[][], repeats: readonly number[]): Operation[][] {
  return [...batches, ...repeats.map(at => batches[at % batches.length] ?? [])]
}

function reordered(batches: readonly Operation[][], keys: readonly number[]): Operation[][] {
  return batches
    .map((batch, at) => ({ batch, key: keys[at] ?? at }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ batch }) => batch)
}

async function takeStep(operation: Operation | undefined, to: 'in-hand' | 'prepared' | 'delivered' | 'cancelled') {
  if (operation === undefined) return
  await advanceRequest(own.database, operation.id, to, TEST_NOW).catch((error: unknown) => {
    if (!(error instanceof GuichetError)) throw error
  })
}

interface OrderedRow {
  readonly product_id: string
  readonly quantity: number
}

async function expectConserved(prison: TestPrison): Promise<void> {
  const { rows: kept } = await sql<OrderedRow>`
    select l.product_id, sum(l.quantity)::bigint as quantity from order_lines l
    join requests r on r.id = l.request_id and r.state not in ('withdrawn', 'cancelled')
    where r.inmate_id = any(${prison.inmateIds}::uuid[]) group by l.product_id
  `.execute(own.database)
  for (const productId of prison.productIds) {
    const stock = await stockOf(own.database, productId)
    const ordered = kept.find(row => row.product_id === productId)?.quantity ?? 0
    expect(stock).toBeGreaterThanOrEqual(0)
    expect(stock + ordered).toBe(STOCK)
  }
  for (const inmateId of prison.inmateIds) {
    const { available, held } = await moneyOf(own.database, inmateId)
    expect(available).toBeGreaterThanOrEqual(0)
    expect(held).toBe(await spent(inmateId, ['received', 'in-hand', 'prepared']))
    expect(available + held + (await spent(inmateId, ['delivered']))).toBe(OPENING_CENTS)
  }
}

async function spent(inmateId: string, states: readonly string[]): Promise<number> {
  const { rows } = await sql<{ cents: number }>`
    select coalesce(sum(o.total_cents), 0)::bigint as cents from orders o join requests r on r.id = o.request_id
    where o.inmate_id = ${inmateId} and r.state = any(${states}::text[])
  `.execute(own.database)
  return rows[0]?.cents ?? 0
}

/** Each accepted operation left exactly one trace, each refused one none. */
async function expectOnce(operations: readonly Operation[], verdicts: readonly Verdict[]): Promise<void> {
  const accepted = operations.filter((_, at) => verdicts[at]?.status === 'duplicate')
  const { rows } = await sql<{ id: string; traces: number }>`
    select o.id, (select count(*) from request_events e where e.request_id = o.id and e.step = 'received') as traces
    from operations o where o.id = any(${operations.map(({ id }) => id)}::uuid[]) and o.verdict->>'receipt' is not null
  `.execute(own.database)
  expect(rows.map(({ id }) => id).toSorted()).toEqual(accepted.map(({ id }) => id).toSorted())
  const opening = new Set<Operation['kind']>(['canteen.order', 'medical.appointment'])
  for (const { id, kind } of accepted) {
    expect(rows.find(row => row.id === id)?.traces).toBe(opening.has(kind) ? 1 : 0)
  }
}

async function snapshot(prison: TestPrison): Promise<unknown> {
  return {
    money: await Promise.all(prison.inmateIds.map(inmateId => moneyOf(own.database, inmateId))),
    stock: await Promise.all(prison.productIds.map(productId => stockOf(own.database, productId))),
    requests: await own.database
      .selectFrom('requests')
      .selectAll()
      .where('inmate_id', 'in', prison.inmateIds)
      .orderBy('id')
      .execute(),
    events: await own.database
      .selectFrom('request_events')
      .select(({ fn }) => fn.countAll().as('count'))
      .execute(),
  }
}
