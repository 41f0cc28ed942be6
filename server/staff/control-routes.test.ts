import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import { controlStateSchema, inmateViewSchema, orderListSchema } from '#shared/contracts/staff.ts'
import { closingSchema, orderIdSchema } from '#shared/directive/closing.ts'
import { must } from '#shared/errors/must.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import type { RecordedOrder } from './control-ports.ts'
import { createTestStaff, type TestStaff } from './testing/test-staff.ts'

let own: TestDatabase
let staff: TestStaff
let prison: TestPrison
let anna: { readonly id: string; readonly cookie: string }

beforeAll(async () => {
  own = await createTestDatabase()
  prison = await aPrison(own.database)
  staff = createTestStaff(own.database)
  anna = await aWarden('Anna')
})
afterAll(async () => {
  await staff.close()
  await own.drop()
})

async function aWarden(name: string, invitedBy?: string) {
  const { cookie } = await staff.join(name, invitedBy)
  const { id } = await own.database.selectFrom('staff').select('id').where('name', '=', name).executeTakeFirstOrThrow()
  return { id, cookie }
}

const closeWeb = {
  kind: 'close',
  target: { kind: 'service', service: 'web' },
  scope: { kind: 'everyone' },
  reason: 'incident',
  line: null,
  from: null,
  until: null,
} as const

const post = (url: string, payload: object = {}, cookie: string | undefined = anna.cookie) =>
  staff.send({ method: 'POST', url, payload, cookie })
const withId = (url: string, id: string) => url.replace(':id', id)

async function aWaitingOrder(): Promise<string> {
  const id = uuidv7()
  const row = { id, intent: JSON.stringify(closeWeb), ordered_by: anna.id, ordered_at: TEST_NOW, version: null }
  const expected = JSON.stringify({ terminals: 2, people: 3 })
  await own.database
    .insertInto('state_orders')
    .values({ ...row, via: 'console', expected, status: 'waiting', decided_by: null, decided_at: null })
    .execute()
  return id
}

test.each([
  ['GET', staffRoutes.state],
  ['GET', staffRoutes.orders],
  ['GET', staffRoutes.invitations],
  ['GET', staffRoutes.watch],
  ['GET', staffRoutes.inmate.replace(':number', '27189')],
  ['POST', staffRoutes.orders],
  ['POST', staffRoutes.preview],
  ['POST', staffRoutes.invitations],
  ['POST', withId(staffRoutes.approve, uuidv7())],
  ['POST', withId(staffRoutes.decline, uuidv7())],
  ['DELETE', staffRoutes.session],
] as const)('%s %s is for who is signed in, and nothing of the body is read before', async (method, url) => {
  const before = staff.control.calls.length
  const answer = await staff.send({ method, url, ...(method === 'POST' && { payload: { nonsense: true } }) })
  expect(answer.json()).toEqual({ code: 'SESSION_MISSING', retryable: false })
  expect(staff.control.calls).toHaveLength(before)
})

test('says what an order would do, and gives it in the name of who is signed in', async () => {
  expect((await post(staffRoutes.preview, { intent: closeWeb })).json()).toMatchObject({
    people: 3,
    stays: ['medical'],
  })
  expect((await post(staffRoutes.orders, { intent: closeWeb })).json()).toMatchObject({ status: 'in-force' })
  expect(staff.control.calls.at(-1)).toEqual(['issue', closeWeb, 'Anna'])
})

test.each([
  [{ intent: { ...closeWeb, by: 'Ben' } }],
  [{ intent: closeWeb, by: 'Ben' }],
  [{ intent: { ...closeWeb, line: 'two\nlines' } }],
  [{ intent: { kind: 'open-everything' } }],
  [{}],
])('refuses an order it cannot read: %j', async payload => {
  expect((await post(staffRoutes.orders, payload)).json()).toMatchObject({ code: 'BODY_INVALID' })
})

test('tells a refused order from a failure', async () => {
  const answer = await post(staffRoutes.orders, { intent: { kind: 'maintenance-end' } })
  expect([answer.statusCode, answer.json()]).toEqual([409, { code: 'ORDER_REFUSED', retryable: false }])
})

test('another warden approves or declines', async () => {
  const ben = await aWarden('Ben')
  const id = await aWaitingOrder()
  expect((await post(withId(staffRoutes.approve, id), {}, ben.cookie)).json()).toEqual({ id, status: 'in-force' })
  expect((await post(withId(staffRoutes.decline, id), {}, ben.cookie)).json()).toEqual({ id, status: 'declined' })
})

test('a warden invites by a link that no server sees, and never in the name of another', async () => {
  const { url } = (await post(staffRoutes.invitations, { name: 'Dora' })).json<{ url: string }>()
  expect(url).toMatch(/^https:\/\/localhost:7444\/control\/#join=[\w-]{43}$/)
  expect((await post(staffRoutes.invitations, { name: 'Anna' })).json()).toMatchObject({
    code: 'STAFF_INVITATION_REFUSED',
  })
  const list = await staff.send({ url: staffRoutes.invitations, cookie: anna.cookie })
  expect(list.json()).toMatchObject({ invited: [{ name: 'Dora' }] })
})

test('shows what is closed, by whom, and names an inmate by their number only', async () => {
  const [inmateId] = prison.inmateIds
  const { number } = await own.database
    .selectFrom('inmates')
    .select('number')
    .where('id', '=', inmateId)
    .executeTakeFirstOrThrow()
  const id = orderIdSchema.parse(uuidv7())
  const { kind: _kind, ...closing } = closeWeb
  staff.control.closings = [closingSchema.parse({ ...closing, id, scope: { kind: 'inmate', inmateId } })]
  staff.control.orders = [anOrder({ id, orderedById: anna.id, orderedBy: 'Anna' })]
  const answer = await staff.send({ url: staffRoutes.state, cookie: anna.cookie })
  const state = controlStateSchema.parse(answer.json())
  expect(state.closings).toMatchObject([{ orderedBy: 'Anna', inmateNumber: number }])
  expect(answer.body).not.toContain('Amara')
  expect(must(state.wings[0], 'a wing')).toMatchObject({ terminals: 2, people: 3 })
})

test('orders say whether they are one’s own', async () => {
  const ben = await aWarden('Benno')
  staff.control.orders = [anOrder({ orderedById: anna.id, orderedBy: 'Anna', status: 'waiting' })]
  const seen = async (cookie: string) =>
    orderListSchema.parse((await staff.send({ url: staffRoutes.orders, cookie })).json()).orders[0]?.isOwn
  expect(await seen(anna.cookie)).toBe(true)
  expect(await seen(ben.cookie)).toBe(false)
})

test('says whose number it is, one number at a time', async () => {
  const [inmateId] = prison.inmateIds
  const row = await own.database.selectFrom('inmates').selectAll().where('id', '=', inmateId).executeTakeFirstOrThrow()
  const ask = (number: string) =>
    staff.send({ url: staffRoutes.inmate.replace(':number', number), cookie: anna.cookie })
  expect(inmateViewSchema.parse((await ask(row.number)).json()).id).toBe(inmateId)
  expect((await ask('999')).json()).toMatchObject({ code: 'INMATE_UNKNOWN' })
  expect((await ask('%25')).statusCode).toBe(400)
})

function anOrder(more: Partial<RecordedOrder>): RecordedOrder {
  return {
    id: orderIdSchema.parse(uuidv7()),
    intent: closeWeb,
    orderedById: anna.id,
    orderedBy: 'Anna',
    orderedAt: TEST_NOW.toISOString(),
    status: 'in-force',
    decidedBy: null,
    decidedAt: null,
    expected: { terminals: 2, people: 3 },
    ...more,
  }
}
