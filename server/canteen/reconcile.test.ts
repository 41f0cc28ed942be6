import { sql } from 'kysely'
import { v4 as uuid } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import type { RequestId } from '#shared/contracts/ids.ts'
import { advanceRequest } from '../requests/advance-request.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { anOrder, aWithdrawal } from '../testing/operations.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { reconcile } from './reconcile.ts'

let own: TestDatabase
let server: TestServer
let prison: TestPrison
let order: RequestId

// A database a test: each of them spoils it.
beforeEach(async () => {
  own = await createTestDatabase()
  server = createTestServer(own.database)
  prison = await aPrison(own.database)
  const made = anOrder(prison, [{ product: 1, quantity: 2 }])
  order = made.id
  await server.push(prison, [made])
  return async () => {
    await server.close()
    await own.drop()
  }
})

/** Changes behind the server's back, as a hand on the database could. */
const tamper = (statement: string) => sql.raw(statement).execute(own.database)
const found = async () => (await reconcile(own.database)).map(({ check, subject }) => `${check} ${subject}`)

test('orders that were delivered, cancelled, withdrawn and are still open agree with the ledger', async () => {
  const [delivered, cancelled, withdrawn] = [anOrder(prison), anOrder(prison), anOrder(prison, [{}], { inmate: 1 })]
  await server.push(prison, [delivered, cancelled, withdrawn, aWithdrawal(prison, withdrawn.id, { inmate: 1 })])
  for (const step of ['in-hand', 'prepared', 'delivered'] as const) {
    await advanceRequest(own.database, delivered.id, step, TEST_NOW)
  }
  await advanceRequest(own.database, cancelled.id, 'cancelled', TEST_NOW)
  expect(await reconcile(own.database)).toEqual([])
})

test('a price changed after the order is found, with what it should be', async () => {
  await tamper(`update order_lines set unit_price_cents = 1 where request_id = '${order}'`)
  expect(await reconcile(own.database)).toEqual([
    { check: 'order-is-sum-of-lines', subject: order, expectedCents: 2, actualCents: 500 },
  ])
})

test('goods without debit are found', async () => {
  await tamper(`update requests set state = 'delivered' where id = '${order}'`)
  expect(await found()).toEqual([
    `held-is-sum-of-open-orders ${prison.inmateIds[0]}`,
    `order-is-settled-as-it-ended ${order}`,
  ])
})

test('an order that was never held is found', async () => {
  await tamper(`alter table ledger_entries disable trigger all; alter table ledger_transactions disable trigger all;
    delete from ledger_entries where transaction_id in (select id from ledger_transactions where request_id = '${order}');
    delete from ledger_transactions where request_id = '${order}'`)
  expect(await found()).toEqual([`held-is-sum-of-open-orders ${prison.inmateIds[0]}`, `order-has-hold ${order}`])
})

test('a cancelled order whose money did not come back is found', async () => {
  await tamper(`update requests set state = 'cancelled' where id = '${order}'`)
  expect(await found()).toContain(`order-is-settled-as-it-ended ${order}`)
})

test('money made from nothing is found', async () => {
  const id = uuid()
  await tamper(`alter table ledger_entries disable trigger all;
    insert into ledger_transactions values ('${id}', now(), 'deposit', null);
    insert into ledger_entries select '${id}', id, 22477240 from accounts where inmate_id = '${prison.inmateIds[0]}' and purpose = 'available'`)
  expect(await found()).toEqual([`transaction-balances ${id}`])
})

test('less than nothing on an account is found', async () => {
  const id = uuid()
  const account = (purpose: string) =>
    `(select id from accounts where purpose = '${purpose}' and inmate_id is not distinct from ${purpose === 'outside' ? 'null' : `'${prison.inmateIds[1]}'`})`
  await tamper(`insert into ledger_transactions values ('${id}', now(), 'deposit', null);
    insert into ledger_entries values ('${id}', ${account('available')}, -5001), ('${id}', ${account('outside')}, 5001)`)
  expect(await reconcile(own.database)).toEqual([
    { check: 'available-is-not-negative', subject: prison.inmateIds[1], expectedCents: 0, actualCents: -1 },
  ])
})

test('a hold without an order is found', async () => {
  await tamper(
    `delete from order_lines where request_id = '${order}'; delete from orders where request_id = '${order}'`,
  )
  expect(await found()).toEqual([`held-is-sum-of-open-orders ${prison.inmateIds[0]}`, `hold-has-order ${order}`])
})
