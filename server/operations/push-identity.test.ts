import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OperationId } from '#shared/contracts/ids.ts'
import { assignInmate } from '../people/assign-inmate.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { moneyOf, storedOperations } from '../testing/holdings.ts'
import { anAppointment, anOrder, newOperationId } from '../testing/operations.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let own: TestDatabase
let server: TestServer
let prison: TestPrison

beforeAll(async () => {
  own = await createTestDatabase()
  server = createTestServer(own.database)
})
beforeEach(async () => {
  prison = await aPrison(own.database)
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

const notYours = { status: 'rejected', rejection: { code: 'OPERATION_NOT_YOURS' } }
const conflicts = (id: OperationId) =>
  own.database.selectFrom('operation_conflicts').selectAll().where('operation_id', '=', id).execute()

test('an order for an inmate of another cell is refused and spends nothing of theirs', async () => {
  const forged = anOrder(prison, [{}], { inmate: 2, terminal: 0 })
  expect(await server.push(prison, [forged])).toMatchObject([notYours])
  expect(await moneyOf(own.database, prison.inmateIds[2])).toEqual({ available: 5000, held: 0 })
})

test('an operation that names another terminal is refused', async () => {
  const forged = anOrder(prison, [{}], { inmate: 0, terminal: 1 })
  expect(await server.push(prison, [forged])).toMatchObject([notYours])
})

test('an operation for somebody who does not exist is refused', async () => {
  const stranger = { ...anOrder(prison), inmateId: '00000000-0000-4000-8000-000000000000' }
  expect(await server.push(prison, [stranger])).toMatchObject([notYours])
})

test('nobody spoils an operation by sending its id first from elsewhere', async () => {
  const order = anOrder(prison, [{}], { inmate: 2, terminal: 1 })
  expect(await server.push(prison, [order], { terminal: 0 })).toMatchObject([notYours])
  expect(await storedOperations(own.database, [order.id])).toEqual([])
  expect(await server.push(prison, [order], { terminal: 1 })).toMatchObject([{ status: 'applied' }])
})

test('a terminal learns nothing of an operation that is not its own', async () => {
  const order = anOrder(prison, [{}], { inmate: 2, terminal: 1 })
  await server.push(prison, [order], { terminal: 1 })
  expect(await server.push(prison, [order], { terminal: 0 })).toMatchObject([notYours])
  expect(await conflicts(order.id)).toEqual([])
})

test('its neighbours of the same batch are applied', async () => {
  const batch = [
    anOrder(prison),
    anOrder(prison, [{}], { inmate: 2, terminal: 0 }),
    anAppointment(prison, { inmate: 1 }),
  ]
  expect(await server.push(prison, batch)).toMatchObject([{ status: 'applied' }, notYours, { status: 'applied' }])
})

test('what an inmate confirmed before they moved is accepted from the terminal of the old cell', async () => {
  const order = anOrder(prison)
  const [from, to] = prison.cellIds
  await assignInmate(own.database, { inmateId: prison.inmateIds[0], cellId: to, at: TEST_NOW })
  expect(await server.push(prison, [order])).toMatchObject([{ status: 'applied' }])
  await assignInmate(own.database, { inmateId: prison.inmateIds[0], cellId: from, at: TEST_NOW })
  expect(await server.push(prison, [anOrder(prison)])).toMatchObject([{ status: 'applied' }])
})

test('the same id with other words is refused and kept for a person to look at; the first stands', async () => {
  const order = anOrder(prison, [{ quantity: 1 }])
  const other = anOrder(prison, [{ quantity: 2 }], { id: order.id })
  const [applied] = await server.push(prison, [order])
  const reused = { status: 'rejected', operationId: order.id, rejection: { code: 'OPERATION_ID_REUSED' } }
  expect(await server.push(prison, [other])).toEqual([reused])
  expect(await server.push(prison, [other, order])).toEqual([reused, { ...applied, status: 'duplicate' }])
  expect(await moneyOf(own.database, prison.inmateIds[0])).toEqual({ available: 4900, held: 100 })
  expect(await conflicts(order.id)).toMatchObject([{ terminal_id: prison.terminals[0].id, operation: other }])
})

test('the same id with other words inside one batch is refused the same', async () => {
  const id = newOperationId()
  const batch = [
    anOrder(prison, [{}], { id }),
    anAppointment(prison, { id }),
    anOrder(prison, [{ quantity: 3 }], { id }),
  ]
  expect(await server.push(prison, batch)).toMatchObject([
    { status: 'applied' },
    { rejection: { code: 'OPERATION_ID_REUSED' } },
    { rejection: { code: 'OPERATION_ID_REUSED' } },
  ])
  expect(await conflicts(id)).toHaveLength(2)
})

test('the same id with other words for another inmate of the cell is refused', async () => {
  const order = anOrder(prison)
  await server.push(prison, [order])
  expect(await server.push(prison, [anOrder(prison, [{}], { id: order.id, inmate: 1 })])).toMatchObject([
    { rejection: { code: 'OPERATION_ID_REUSED' } },
  ])
  expect(await moneyOf(own.database, prison.inmateIds[1])).toEqual({ available: 5000, held: 0 })
})

test('an upper-case id is the same id', async () => {
  const order = anOrder(prison)
  await server.push(prison, [order])
  expect(await server.push(prison, [{ ...order, id: order.id.toUpperCase() }])).toMatchObject([
    { status: 'duplicate', operationId: order.id },
  ])
})
