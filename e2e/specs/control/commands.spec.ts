import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { must } from '#shared/errors/must.ts'
import type { PrisonServer } from '../../fixtures/prison-server.ts'
import { guichet, type Outcome, tryGuichet } from '../../fixtures/run-guichet.ts'
import { expect, test } from '../../fixtures/test.ts'
import { ann, appointWardens, bert, close } from '../../fixtures/wardens.ts'

test.beforeEach(({ prison }) => appointWardens(prison))

const state = (prison: PrisonServer, ...words: string[]) => prison.run('state', ...words)
const shown = async (prison: PrisonServer) =>
  JSON.parse(await state(prison, 'show', '--json')) as {
    document: { version: number; closings: { reason: string }[]; leases: object; maintenance: { phase: string } | null }
    waiting: { id: string }[]
  }
const attempt = (prison: PrisonServer, ...words: string[]): Promise<Outcome> =>
  tryGuichet(...words, '--data', prison.data)

test('the web is closed, seen closed and opened again, and the record of it is whole', async ({ prison }) => {
  const before = await shown(prison)
  const closing = await close(prison, 'web', '--reason', 'incident', '--wing', 'A', '--line', 'Search under way')
  expect((await shown(prison)).document).toMatchObject({
    version: before.document.version + 1,
    closings: [{ target: { kind: 'service', service: 'web' }, reason: 'incident', line: 'Search under way' }],
  })
  expect(await state(prison, 'show')).toContain('“Search under way” until reopened')

  expect(await state(prison, 'open', closing, '--as', bert)).toContain('is in force')
  expect((await shown(prison)).document.closings).toEqual([])
  expect(await state(prison, 'show')).toContain('Nothing is closed.')

  const orders = await state(prison, 'orders')
  expect(orders.split('\n').slice(0, 2)).toEqual([
    expect.stringMatching(new RegExp(`in-force {2}${bert}: reopen`)),
    expect.stringMatching(new RegExp(`in-force {2}${ann}: web closed for`)),
  ])
  const records = JSON.parse(await prison.run('audit', 'show', '--json')) as { action: string }[]
  const actions = records.map(({ action }) => action)
  expect(actions).toEqual(['terminal-enrolled', 'state-begun', 'order-in-force', 'order-in-force'])
  expect(JSON.parse(await prison.run('audit', 'verify', '--json'))).toMatchObject({ isWhole: true, records: 4 })
})

test('closing medical requests waits for another warden, who declines it, or approves it', async ({ prison }) => {
  const order = () => state(prison, 'close', 'medical', '--reason', 'staffing', '--as', ann)
  expect(await order()).toContain('waits for another warden. Nothing has changed yet.')
  const waiting = async () => must((await shown(prison)).waiting[0], 'an order').id.slice(-8)
  expect(await attempt(prison, 'state', 'approve', await waiting(), '--as', ann)).toMatchObject({
    code: 1,
    said: expect.stringContaining('not the one who gave it'),
  })
  expect(await state(prison, 'decline', await waiting(), '--as', bert)).toContain('is declined')
  expect(await shown(prison)).toMatchObject({ waiting: [], document: { closings: [] } })

  await order()
  expect(await state(prison, 'approve', await waiting(), '--as', bert)).toContain('is in force')
  expect(await shown(prison)).toMatchObject({ waiting: [], document: { closings: [{ reason: 'staffing' }] } })
})

test('a maintenance is planned, begun and called off, and leases are set', async ({ prison }) => {
  const phase = async () => (await shown(prison)).document.maintenance?.phase
  await state(prison, 'maintenance', 'plan', '--from', '2099-12-24 22:00', '--as', ann)
  expect(await phase()).toBe('planned')
  expect(await state(prison, 'maintenance', 'begin', '--as', ann)).toContain('Nothing is being settled any more.')
  expect(await phase()).toBe('begun')
  await state(prison, 'maintenance', 'abort', '--as', bert)
  expect(await phase()).toBeUndefined()
  await state(prison, 'leases', '--web', '600', '--as', ann)
  expect((await shown(prison)).document.leases).toEqual({ web: 600, local: 259_200 })
})

test('watching says a line when something moves, until it is stopped', async ({ prison }) => {
  const watching = spawn(process.execPath, [guichet, 'state', 'watch', '--json', '--data', prison.data])
  const lines = createInterface({ input: watching.stdout })[Symbol.asyncIterator]()
  const version = async () => (JSON.parse(String((await lines.next()).value)) as { version: number }).version
  const before = await version()
  await close(prison, 'canteen', '--reason', 'staffing')
  expect(await version()).toBe(before + 1)
  watching.kill('SIGTERM')
  expect(await once(watching, 'exit')).toEqual([0, null])
})

test('what there is not is not closed', async ({ prison }) => {
  const orders: readonly (readonly [number, ...string[]])[] = [
    [1, 'web', '--wing', 'Z', '--reason', 'incident', '--as', ann],
    [1, 'web', '--reason', 'incident', '--as', 'Nobody'],
    [2, 'web', '--reason', 'boredom', '--as', ann],
    [2, 'web', '--reason', 'incident'],
  ]
  for (const [code, ...words] of orders) expect((await attempt(prison, 'state', 'close', ...words)).code).toBe(code)
  expect((await shown(prison)).document.closings).toEqual([])
})

test('a record that was changed behind the program’s back is named', async ({ prison }) => {
  await close(prison, 'web', '--reason', 'incident')
  await close(prison, 'canteen', '--reason', 'staffing')
  const head = /\d+:[0-9a-f]{64}/.exec(await prison.run('audit', 'verify'))?.[0] ?? ''

  await expect(prison.query(`update audit_records set actor = 'server' where seq = 2`)).rejects.toThrow('append-only')
  await prison.query('alter table audit_records disable trigger audit_records_append_only')
  await prison.query(`update audit_records set subject = jsonb_set(subject, '{name}', '"${bert}"') where seq = 2`)
  await prison.query('alter table audit_records enable trigger audit_records_append_only')

  expect(await attempt(prison, 'audit', 'verify')).toEqual({
    code: 1,
    said: 'NOT whole at 2: it does not say what it said when it was written.\n',
  })
  const proof = await attempt(prison, 'audit', 'verify', '--json', '--expect', head)
  expect(JSON.parse(proof.said)).toEqual({ isWhole: false, problem: 'record-changed', seq: 2 })
})
