import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { RefusalCount } from '#shared/contracts/refusals.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { aPrison, TEST_NOW, type TestPrison } from '../../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { listRefusals } from './list-refusals.ts'
import { createRefusalBook } from './refusal-book.ts'
import { addRefusals, ADDRESSES_PER_TERMINAL_AND_DAY, type CountedRefusal } from './refusal-store.ts'

let own: TestDatabase
let server: TestServer
let prison: TestPrison

beforeAll(async () => {
  own = await createTestDatabase()
  server = createTestServer(own.database)
})
beforeEach(async () => {
  prison = await aPrison(own.database)
  await own.database.deleteFrom('web_refusals').execute()
})
afterAll(async () => {
  await server.close()
  await own.drop()
})

const refusal: RefusalCount = {
  day: '2026-03-02',
  reason: 'path-not-listed',
  siteId: 'good',
  host: 'good.test:8443',
  path: '/contact',
  method: 'GET',
  type: 'mainFrame',
  count: 2,
}

const report = (refusals: readonly unknown[], more: object = {}) =>
  server.app.inject({
    method: 'POST',
    url: terminalRoutes.refusals,
    headers: { authorization: `Bearer ${server.tokenFor(prison, prison.terminals[0])}` },
    payload: { refusals, ...more },
  })
const stored = () => own.database.selectFrom('web_refusals').selectAll().execute()

test('a kiosk’s refusals are counted, and those that are the same together', async () => {
  expect((await report([refusal, refusal])).statusCode).toBe(204)
  expect((await report([refusal, { ...refusal, path: '/other' }])).statusCode).toBe(204)
  expect(await listRefusals(own.database, '2026-03-01')).toEqual([
    { ...refusal, gate: 'kiosk', ruleId: '', terminals: 1, count: 6 },
    { ...refusal, gate: 'kiosk', ruleId: '', path: '/other', terminals: 1, count: 2 },
  ])
})

test.each([
  ['a query in the path', { ...refusal, path: '/contact?q=geheim' }],
  ['a fragment in the path', { ...refusal, path: '/contact#x' }],
  ['a path that is too long', { ...refusal, path: `/${'a'.repeat(200)}` }],
  ['a path that does not begin', { ...refusal, path: 'contact' }],
  ['a host that is none', { ...refusal, host: 'good.test/contact' }],
  ['no count', { ...refusal, count: 0 }],
  ['half a count', { ...refusal, count: 0.5 }],
  ['a day that is none', { ...refusal, day: '2026-02-30' }],
  ['a field more', { ...refusal, inmateId: '1' }],
  ['a reason in words', { ...refusal, reason: 'because I say so' }],
])('%s is refused', async (_name, entry) => {
  expect((await report([entry])).statusCode).toBe(400)
  expect(await stored()).toEqual([])
})

test('a report of nothing, of too much, or with a field more is refused', async () => {
  expect((await report([])).statusCode).toBe(400)
  expect((await report(Array.from({ length: 201 }, () => refusal))).statusCode).toBe(400)
  expect((await report([refusal], { sentBy: 'x' })).statusCode).toBe(400)
})

test('nobody but a terminal reports', async () => {
  const response = await server.app.inject({
    method: 'POST',
    url: terminalRoutes.refusals,
    payload: { refusals: [refusal] },
  })
  expect(response.statusCode).toBe(401)
})

test('days that cannot be are put to the nearest that can', async () => {
  await report([
    { ...refusal, day: '1970-01-01' },
    { ...refusal, day: '2999-01-01' },
  ])
  expect((await stored()).map(({ day }) => day).toSorted()).toEqual(['2026-01-30', '2026-03-03'])
})

test('a page that invents addresses does not fill the table', async () => {
  const invented = (index: number): CountedRefusal => ({
    ...refusal,
    terminalId: prison.terminals[0].id,
    gate: 'gateway',
    path: `/${index}`,
    count: 1,
  })
  for (let from = 0; from < ADDRESSES_PER_TERMINAL_AND_DAY; from += 1000) {
    await addRefusals(
      own.database,
      Array.from({ length: 1000 }, (_, index) => invented(from + index)),
    )
  }
  await addRefusals(own.database, [
    invented(90_001),
    invented(90_002),
    { ...invented(1), terminalId: prison.terminals[1].id },
  ])
  const rows = await stored()
  expect(rows).toHaveLength(ADDRESSES_PER_TERMINAL_AND_DAY + 2)
  expect(rows.find(({ path, host }) => path === '' && host === '')?.count).toBe(2)
})

test('what waits is written down at the end, and a failure stops nothing', async () => {
  const written: CountedRefusal[] = []
  const bugs: unknown[] = []
  let isAway = true
  const book = createRefusalBook({
    store: async refusals => {
      if (isAway) throw new Error('away')
      written.push(...refusals)
    },
    today: () => '2026-03-02',
    reportBug: error => bugs.push(error),
  })
  const identity = { terminalId: prison.terminals[0].id, inmateId: prison.inmateIds[0] }
  const { host, path, method, type } = refusal
  const told = { reason: 'path-not-listed', host, path, method, type } as const
  book.report(identity, told)
  await book.close()
  isAway = false
  book.report(identity, told)
  await vi.waitFor(() => {
    expect(written).toEqual([
      { ...told, day: '2026-03-02', terminalId: identity.terminalId, gate: 'gateway', count: 1 },
    ])
  }, 5000)
  expect(bugs).toHaveLength(1)
  expect(TEST_NOW.toISOString()).toContain('2026-03-02')
})
