import { afterAll, beforeAll, expect, test } from 'vitest'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { aPrison, type TestPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { createTestStaff, type StaffRequest, type TestStaff } from './testing/test-staff.ts'

let own: TestDatabase
let staff: TestStaff
let server: TestServer
let prison: TestPrison
let cookie: string

beforeAll(async () => {
  own = await createTestDatabase()
  prison = await aPrison(own.database)
  staff = createTestStaff(own.database)
  server = createTestServer(own.database)
  cookie = (await staff.join('Anna')).cookie
})
afterAll(async () => {
  await staff.close()
  await server.close()
  await own.drop()
})

const change: StaffRequest = { method: 'POST', url: staffRoutes.sessionUse }
const look: StaffRequest = { url: staffRoutes.state }
const send = (request: StaffRequest, headers: StaffRequest['headers'] = {}) =>
  staff.send({ ...request, cookie, headers })

test('lets in what the page itself sends', async () => {
  expect((await send(look)).statusCode).toBe(200)
  expect((await send(change)).statusCode).toBe(200)
})

test('refuses a terminal’s token, even beside a warden’s cookie', async () => {
  const authorization = `Bearer ${server.tokenFor(prison, prison.terminals[0])}`
  for (const request of [look, change, { url: staffRoutes.page }]) {
    expect((await send(request, { authorization })).json()).toEqual({ code: 'TERMINAL_REFUSED', retryable: false })
  }
})

test.each(['via', 'forwarded', 'x-forwarded-for', 'proxy-connection', 'proxy-authorization'])(
  'refuses what came through a proxy and says so in %s',
  async name => {
    expect((await send(look, { [name]: 'gateway' })).statusCode).toBe(401)
  },
)

test.each(['127.0.0.1:7444', 'localhost', 'evil.example:7444', 'localhost:7443'])(
  'is not there under the name %s',
  async host => {
    expect((await send(look, { host })).statusCode).toBe(404)
  },
)

test.each([undefined, 'null', 'https://localhost:7443', 'http://localhost:7444', 'https://evil.example'])(
  'refuses a change whose origin is %s',
  async origin => {
    expect((await send(change, { origin })).json()).toMatchObject({ code: 'STAFF_REFUSED' })
  },
)

test.each(['cross-site', 'same-site', 'none'])('refuses an API request from a %s page', async site => {
  expect((await send(look, { 'sec-fetch-site': site })).statusCode).toBe(401)
})

test('the page itself opens from a link', async () => {
  expect((await send({ url: staffRoutes.page }, { 'sec-fetch-site': 'none' })).statusCode).toBe(200)
})

test.each(Object.values(staffRoutes))('the terminals’ listener does not know %s', async url => {
  for (const method of ['GET', 'POST'] as const) {
    const answer = await server.app.inject({ method, url, headers: { cookie } })
    expect(answer.json()).toMatchObject({ code: 'ROUTE_UNKNOWN' })
  }
})

test.each(Object.values(terminalRoutes))('the wardens’ listener does not know %s', async url => {
  expect((await send({ url })).json()).toMatchObject({ code: 'ROUTE_UNKNOWN' })
})

test.each([look, { url: '/nowhere' }, { url: staffRoutes.page }])(
  'every answer keeps the page to its own files and out of frames: $url',
  async request => {
    const { headers } = await send(request)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['x-content-type-options']).toBe('nosniff')
  },
)

test.each(['/control/../package.json', '/control/%2e%2e/package.json', '/control/assets/', '/control/nothing.js'])(
  'serves no file but the page’s own: %s',
  async url => {
    expect((await send({ url })).statusCode).toBe(404)
  },
)
