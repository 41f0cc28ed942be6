import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inmateIdSchema } from '#shared/contracts/ids.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { anAppointment, anOrder } from '../testing/operations.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { assignInmate } from './assign-inmate.ts'

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

const move = (to: 0 | 1 | null, at = TEST_NOW) =>
  assignInmate(own.database, { inmateId: prison.inmateIds[0], cellId: to === null ? null : prison.cellIds[to], at })
const stays = () =>
  own.database
    .selectFrom('cell_stays')
    .select(['cell_id', 'since', 'until'])
    .where('inmate_id', '=', prison.inmateIds[0])
    .orderBy('since')
    .execute()
const tombstones = () => [
  { entity: 'account', key: prison.inmateIds[0], value: null },
  { entity: 'person', key: prison.inmateIds[0], value: null },
]

test('the terminal of the new cell gets everything of theirs, though its cursor was past it', async () => {
  const order = anOrder(prison)
  const appointment = anAppointment(prison)
  await server.push(prison, [order, appointment])
  const { cursor } = await server.pullAll(prison, undefined, 1)
  await move(1)
  const { changes } = await server.pullAll(prison, cursor, 1)
  expect(changes.map(({ entity }) => entity).toSorted()).toEqual([
    'account',
    'account-entry',
    'account-entry',
    'person',
    'request',
    'request',
  ])
  expect(changes.every(({ value }) => value !== null)).toBe(true)
})

test('the terminal of the old cell is told that they are gone, and gets nothing more of theirs', async () => {
  const { cursor } = await server.pullAll(prison)
  await move(1)
  const told = await server.pullAll(prison, cursor)
  expect(told.changes).toEqual(tombstones())
  await server.push(prison, [anAppointment(prison)])
  expect((await server.pullAll(prison, told.cursor)).changes).toEqual([])
  const copy = await server.pullAll(prison)
  expect(JSON.stringify(copy.changes.filter(({ value }) => value !== null))).not.toContain(prison.inmateIds[0])
})

test('what comes of what they confirmed at the old terminal is pulled at the new one', async () => {
  await move(1)
  const { cursor } = await server.pullAll(prison, undefined, 1)
  const order = anOrder(prison)
  expect(await server.push(prison, [order])).toMatchObject([{ status: 'applied' }])
  const { changes } = await server.pullAll(prison, cursor, 1)
  expect(changes.find(({ entity }) => entity === 'request')).toMatchObject({ key: order.id })
})

test('somebody who comes back is there again, after a pull in between and without one', async () => {
  const before = await server.pullAll(prison)
  await move(1)
  const between = await server.pullAll(prison, before.cursor)
  await move(0)
  for (const { cursor } of [before, between]) {
    const { changes } = await server.pullAll(prison, cursor)
    expect(changes.map(({ entity }) => entity).toSorted()).toEqual(['account', 'account-entry', 'person'])
    expect(changes.every(({ value }) => value !== null)).toBe(true)
  }
})

test('somebody who leaves the prison is gone from their terminal and from no other', async () => {
  const { cursor } = await server.pullAll(prison)
  const other = await server.pullAll(prison, undefined, 1)
  await move(null)
  expect((await server.pullAll(prison, cursor)).changes).toEqual(tombstones())
  expect((await server.pullAll(prison, other.cursor, 1)).changes).toEqual([])
  expect(await stays()).toMatchObject([{ until: TEST_NOW }])
})

test('assigning the cell they are in changes nothing', async () => {
  const { cursor } = await server.pullAll(prison)
  const before = await stays()
  await move(0)
  expect(await stays()).toEqual(before)
  expect((await server.pullAll(prison, cursor)).changes).toEqual([])
})

test('moves at the same instant, or by a clock that was set back, leave whole stays', async () => {
  await move(1)
  await move(0)
  await move(1, new Date('2020-01-01T00:00:00Z'))
  await move(null)
  await move(1)
  const all = await stays()
  expect(all.map(({ cell_id }) => cell_id)).toEqual([
    prison.cellIds[0],
    prison.cellIds[1],
    prison.cellIds[0],
    prison.cellIds[1],
    prison.cellIds[1],
  ])
  expect(all.slice(0, -1).every(({ since, until }) => until !== null && until > since)).toBe(true)
  expect(all.at(-1)?.until).toBeNull()
})

test('two assignments at once leave one cell', async () => {
  await Promise.all([move(1), move(null), move(1), move(0)])
  expect((await stays()).filter(({ until }) => until === null).length).toBeLessThanOrEqual(1)
})

test('somebody unknown is named as such', async () => {
  const inmateId = inmateIdSchema.parse('00000000-0000-4000-8000-000000000000')
  await expect(assignInmate(own.database, { inmateId, cellId: prison.cellIds[0], at: TEST_NOW })).rejects.toMatchObject(
    {
      code: 'INMATE_UNKNOWN',
    },
  )
})

test('an unknown cell is refused and moves nobody', async () => {
  const assigned = assignInmate(own.database, { inmateId: prison.inmateIds[0], cellId: 'nowhere', at: TEST_NOW })
  await expect(assigned).rejects.toThrow('cell_stays_cell_id_fkey')
  expect(await stays()).toMatchObject([{ cell_id: prison.cellIds[0], until: null }])
})
