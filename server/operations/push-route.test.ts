import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { anAppointment, anOrder } from '../testing/operations.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let test1: TestDatabase
let server: TestServer

beforeAll(async () => {
  test1 = await createTestDatabase()
  server = createTestServer(test1.database)
})

afterAll(async () => {
  await server.close()
  await test1.drop()
})

test('applies an order and answers with a receipt', async () => {
  const prison = await aPrison(test1.database)
  const order = anOrder(prison, [{ product: 0, quantity: 3 }, { product: 1 }])
  const [verdict] = await server.push(prison, [order])
  expect(verdict).toMatchObject({ status: 'applied', operationId: order.id })
  if (verdict?.status !== 'applied') throw new Error()
  expect(server.readReceipt(verdict.receipt)).toMatchObject({
    totalCents: 550,
    owner: 'canteen',
    dueAt: '2026-03-05T22:59:59.999Z',
  })
  const again = await server.push(prison, [order, anAppointment(prison)])
  expect(again).toMatchObject([{ status: 'duplicate', receipt: verdict.receipt }, { status: 'applied' }])
})
