import { sql } from 'kysely'
import { v4 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inmateIdSchema, terminalIdSchema } from '#shared/contracts/ids.ts'
import type { Scope, Target } from '#shared/directive/closing.ts'
import type { OrderIntent } from '#shared/directive/order.ts'
import { must } from '#shared/errors/must.ts'
import { lastAudit } from '../../audit/list-audit.ts'
import { verifyAudit } from '../../audit/verify-audit.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../../testing/a-prison.ts'
import { aWarden, type TestWarden } from '../../testing/a-warden.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { createTestStateKeys } from '../../testing/test-state-keys.ts'
import type { ControlPorts } from '../control-ports.ts'
import { ensureState } from '../state/ensure-state.ts'
import { openState } from '../state/open-state.ts'
import { readState } from '../state/read-state.ts'
import { approveOrder, declineOrder } from './decide-order.ts'
import { describeEffect } from './describe-effect.ts'
import { issueOrder } from './issue-order.ts'
import { listOrders } from './list-orders.ts'
import { VOUCHED_FOR_MS } from './may-be-one-person.ts'

let own: TestDatabase
let prison: TestPrison
let ports: ControlPorts
let [anna, ben]: TestWarden[] = []

beforeAll(async () => {
  own = await createTestDatabase()
  prison = await aPrison(own.database)
  ports = { database: own.database, keys: createTestStateKeys(), clock: () => TEST_NOW }
  await ensureState(ports)
})
beforeEach(async () => {
  anna = await aWarden(own.database)
  ben = await aWarden(own.database)
})
afterAll(() => own.drop())

const everyone: Scope = { kind: 'everyone' }
const service = (name: 'web' | 'medical' | 'platform' | 'canteen'): Target => ({ kind: 'service', service: name })
const closing = (target: Target, scope: Scope = everyone): OrderIntent => ({
  kind: 'close', target, scope, reason: 'incident', line: null, from: null, until: null,
}) // prettier-ignore
const by = (warden: TestWarden | undefined) => must(warden, 'a warden')
const give = (intent: OrderIntent, warden = anna) => issueOrder(ports, { intent, by: by(warden), via: 'console' })
const state = async () => must(await readState(own.database), 'a document')
const isClosed = async (id: string) => (await state()).document.closings.some(one => one.id === id)

test('a closing is in force as a signed document of the next version, with its record', async () => {
  const before = (await readState(own.database))?.version ?? 1
  const order = await give(closing(service('web')))
  const { version, jws, document } = await state()
  expect(order).toMatchObject({ status: 'in-force', version: before + 1, expected: { terminals: 2, people: 3 } })
  expect(version).toBe(before + 1)
  expect(document.closings.at(-1)).toMatchObject({ id: order.id, target: service('web'), scope: everyone })
  expect((await openState(ports.keys, jws))?.document).toEqual(document)
  expect((await lastAudit(own.database, 1))[0]).toMatchObject({
    actor: `staff:${anna?.id}`,
    action: 'order-in-force',
    subject: { orderId: order.id, version },
  })
})

test('a closing is taken back by one warden, and its order says who gave it', async () => {
  const { id } = await give(closing(service('canteen')))
  await give({ kind: 'reopen', closingId: id }, ben)
  expect(await isClosed(id)).toBe(false)
  const [order] = await listOrders(own.database, { ids: [id] })
  expect(order).toMatchObject({ orderedBy: anna, status: 'in-force', decidedBy: null, via: 'console' })
})

test('closing medical requests waits for another warden, and changes nothing until then', async () => {
  const { version } = await state()
  const order = await give(closing(service('medical')))
  expect(order).toMatchObject({ status: 'waiting', version: null })
  expect((await state()).version).toBe(version)
  await approveOrder(ports, { orderId: order.id, by: by(ben), via: 'console' })
  expect(await isClosed(order.id)).toBe(true)
  const [listed] = await listOrders(own.database, { ids: [order.id] })
  expect(listed).toMatchObject({ status: 'in-force', decidedBy: ben, version: version + 1 })
})

test('reopening the platform waits for another warden', async () => {
  const { id } = await give(closing(service('platform')))
  const order = await give({ kind: 'reopen', closingId: id })
  expect(order.status).toBe('waiting')
  expect(await isClosed(id)).toBe(true)
  await approveOrder(ports, { orderId: order.id, by: by(ben), via: 'console' })
  expect(await isClosed(id)).toBe(false)
})

test('nobody is their own second warden, and the attempt is recorded', async () => {
  const order = await give(closing(service('medical')))
  const approval = approveOrder(ports, { orderId: order.id, by: by(anna), via: 'command line' })
  await expect(approval).rejects.toMatchObject({ code: 'ORDER_REFUSED' })
  expect(await isClosed(order.id)).toBe(false)
  expect((await lastAudit(own.database, 1))[0]).toMatchObject({ action: 'approval-refused' })
  const forged = sql`update state_orders set status = 'in-force', version = 99, decided_by = ordered_by where id = ${order.id}`
  await expect(forged.execute(own.database)).rejects.toThrow('check')
})

const aDayAgo = new Date(TEST_NOW.getTime() - VOUCHED_FOR_MS)
const invitedBy = (warden: TestWarden, since = TEST_NOW) => aWarden(own.database, { invitedBy: warden, since })

test.each<[string, () => Promise<readonly [TestWarden, TestWarden]>]>([
  ['whom they invited', async () => [by(anna), await invitedBy(by(anna))]],
  ['who invited them', async () => [await invitedBy(by(anna)), by(anna)]],
  ['whom the same warden invited', async () => [await invitedBy(by(anna)), await invitedBy(by(anna))]],
  ['whom somebody invited whom they invited', async () => [by(anna), await invitedBy(await invitedBy(by(anna)))]],
])(
  'for a day nobody’s order is approved by one %s, wherever it is said, and the attempt is recorded',
  async (_who, two) => {
    const [orderer, approver] = await two()
    const order = await give(closing(service('medical')), orderer)
    const approve = (now: Date) =>
      approveOrder({ ...ports, clock: () => now }, { orderId: order.id, by: approver, via: 'command line' })
    await expect(approve(TEST_NOW)).rejects.toMatchObject({ code: 'ORDER_REFUSED' })
    expect(await isClosed(order.id)).toBe(false)
    expect((await lastAudit(own.database, 1))[0]).toMatchObject({
      actor: `staff:${approver.id}`,
      action: 'approval-refused',
    })
    await approve(new Date(TEST_NOW.getTime() + VOUCHED_FOR_MS))
    expect(await isClosed(order.id)).toBe(true)
  },
)

test('a new warden approves the orders of those who have not just vouched for them', async () => {
  const known = await invitedBy(by(anna), aDayAgo)
  const news = [await invitedBy(by(ben)), await invitedBy(known), await aWarden(own.database, { since: TEST_NOW })]
  for (const approver of news) {
    const order = await give(closing(service('medical')))
    await approveOrder(ports, { orderId: order.id, by: approver, via: 'console' })
    expect(await isClosed(order.id)).toBe(true)
  }
})

test('an order is decided once, also by two at the same time', async () => {
  const order = await give(closing(service('medical')))
  const carla = await aWarden(own.database)
  const decide = (warden: TestWarden | undefined) =>
    approveOrder(ports, { orderId: order.id, by: by(warden), via: 'console' })
  const outcomes = await Promise.allSettled([decide(ben), decide(carla), decide(ben)])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const late = declineOrder(ports, { orderId: order.id, by: by(anna), via: 'console' })
  await expect(late).rejects.toMatchObject({ code: 'ORDER_REFUSED' })
})

test('a declined order can never be approved', async () => {
  const order = await give(closing(service('medical')))
  await declineOrder(ports, { orderId: order.id, by: by(anna), via: 'console' })
  const approval = approveOrder(ports, { orderId: order.id, by: by(ben), via: 'console' })
  await expect(approval).rejects.toMatchObject({ code: 'ORDER_REFUSED' })
  expect(await isClosed(order.id)).toBe(false)
})

test('an order that nobody gave cannot be approved', async () => {
  const { id } = await give(closing(service('web')))
  const unknown = id.replace(/.{4}$/, '0000') as typeof id
  const approval = approveOrder(ports, { orderId: unknown, by: by(ben), via: 'console' })
  await expect(approval).rejects.toMatchObject({ code: 'ORDER_UNKNOWN' })
})

test.each<[string, () => OrderIntent]>([
  ['a wing there is not', () => closing(service('web'), { kind: 'wing', wingId: 'Z' })],
  [
    'a terminal there is not',
    () => closing(service('web'), { kind: 'terminal', terminalId: terminalIdSchema.parse(uuid()) }),
  ],
  ['an inmate there is not', () => closing(service('web'), { kind: 'inmate', inmateId: inmateIdSchema.parse(uuid()) })],
  ['a site the policy does not have', () => closing({ kind: 'site', siteId: 'nowhere' })],
])('an order for %s is refused and leaves no trace', async (_name, intent) => {
  const { version } = await state()
  const orders = await listOrders(own.database)
  await expect(give(intent())).rejects.toMatchObject({ code: 'ORDER_UNKNOWN' })
  expect((await state()).version).toBe(version)
  expect(await listOrders(own.database)).toEqual(orders)
})

test.each<[string, OrderIntent]>([
  [
    'that ends before it begins',
    { ...closing(service('web')), from: '2026-03-03T10:00:00Z', until: '2026-03-02T11:00:00Z' } as OrderIntent,
  ],
  ['whose end has passed', { ...closing(service('web')), until: '2026-03-02T09:59:59Z' } as OrderIntent],
  ['to end a maintenance there is not', { kind: 'maintenance-end' }],
])('an order %s is refused', async (_name, intent) => {
  await expect(give(intent)).rejects.toMatchObject({ code: 'ORDER_REFUSED' })
})

test('who is no warden any more gives no order and approves none', async () => {
  const order = await give(closing(service('medical')))
  await own.database.updateTable('staff').set({ disabled_at: TEST_NOW }).where('id', '=', by(ben).id).execute()
  await expect(give(closing(service('web')), ben)).rejects.toMatchObject({ code: 'STAFF_REFUSED' })
  const approval = approveOrder(ports, { orderId: order.id, by: by(ben), via: 'console' })
  await expect(approval).rejects.toMatchObject({ code: 'STAFF_REFUSED' })
})

test('two wardens who contradict each other at the same instant are both recorded, one after the other', async () => {
  const { id } = await give(closing(service('web')))
  const before = await state()
  const orders = await Promise.all([
    give({ kind: 'reopen', closingId: id }, anna),
    give(closing(service('web')), ben),
    give(closing(service('canteen')), anna),
    give({ kind: 'maintenance-begin', until: null, line: null }, ben),
  ])
  const versions = orders.map(({ version }) => version ?? 0).toSorted((a, b) => a - b)
  expect(versions).toEqual([1, 2, 3, 4].map(step => before.version + step))
  const { version, document } = await state()
  expect(version).toBe(before.version + 4)
  const closed = document.closings.map(closingInForce => closingInForce.id)
  expect(closed).not.toContain(id)
  expect(closed).toEqual(expect.arrayContaining([orders[1].id, orders[2].id]))
  const recorded = (await lastAudit(own.database, 4)).map(({ subject }) => subject)
  for (const order of orders) expect(recorded).toContainEqual(expect.objectContaining({ orderId: order.id }))
  expect(await verifyAudit(own.database)).toMatchObject({ isWhole: true })
  await give({ kind: 'maintenance-end' })
})

test('two wardens who take back the same closing: one does, the other is told', async () => {
  const { id } = await give(closing(service('web')))
  const outcomes = await Promise.allSettled([
    give({ kind: 'reopen', closingId: id }, anna),
    give({ kind: 'reopen', closingId: id }, ben),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('says beforehand how many an order concerns, and what goes on', async () => {
  const [terminal] = prison.terminals
  const at: Scope = { kind: 'terminal', terminalId: terminal.id }
  expect(await describeEffect(own.database, closing(service('web'), at))).toEqual({
    terminals: 1,
    people: 2,
    closes: ['web'],
    opens: [],
    stays: ['canteen', 'medical', 'requests', 'complaints', 'notices'],
  })
  const inmate: Scope = { kind: 'inmate', inmateId: prison.inmateIds[2] }
  expect(await describeEffect(own.database, closing(service('platform'), inmate))).toMatchObject({
    terminals: 1,
    people: 1,
    stays: ['medical'],
  })
  const { id } = await give(closing(service('canteen')))
  expect(await describeEffect(own.database, { kind: 'reopen', closingId: id })).toMatchObject({
    terminals: 2,
    people: 3,
    closes: [],
    opens: ['canteen'],
  })
})

test('a document that another key signed is built upon by no order', async () => {
  const foreign = { ...ports, keys: createTestStateKeys() }
  const order = issueOrder(foreign, { intent: closing(service('web')), by: by(anna), via: 'console' })
  await expect(order).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' })
})
