import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import { aPrison } from '../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../testing/create-test-database.ts'
import { createTestStaff, type TestStaff } from './testing/test-staff.ts'

let own: TestDatabase
let staff: TestStaff
let port: number

beforeAll(async () => {
  own = await createTestDatabase()
  await aPrison(own.database)
  staff = createTestStaff(own.database)
  await staff.app.listen({ host: '127.0.0.1', port: 0 })
  port = (staff.app.server.address() as AddressInfo).port
})
beforeEach(() => {
  staff.control.obeyed = 0
})
afterAll(async () => {
  await staff.close()
  await own.drop()
})

async function watch(cookie: string): Promise<{ readonly response: IncomingMessage; readonly text: () => string }> {
  const headers = { host: 'localhost:7444', cookie }
  const request = get({ host: '127.0.0.1', port, path: staffRoutes.watch, headers })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  let text = ''
  response.setEncoding('utf8').on('data', (part: string) => (text += part))
  return { response, text: () => text }
}

test('tells the figures at once and after each change, and lets go when the page does', async () => {
  const { cookie } = await staff.join('Anna')
  const { response, text } = await watch(cookie)
  expect(response.headers['content-type']).toBe('text/event-stream')
  expect(response.headers['content-security-policy']).toContain("default-src 'none'")
  await vi.waitFor(() => expect(text()).toContain('"obeyed":0'))
  staff.control.obeyed = 1
  staff.control.tell()
  await vi.waitFor(() => expect(text()).toContain('"obeyed":1'))
  response.destroy()
  await vi.waitFor(() => expect(staff.control.watchers()).toBe(0))
})

test('many changes at once are told in one event', async () => {
  const { cookie } = await staff.join('Ben')
  const { response, text } = await watch(cookie)
  await vi.waitFor(() => expect(text()).toContain('progress'))
  staff.control.obeyed = 2
  for (let change = 0; change < 100; change += 1) staff.control.tell()
  await vi.waitFor(() => expect(text()).toContain('"obeyed":2'))
  expect(text().match(/event: progress/g)?.length).toBeLessThanOrEqual(3)
  response.destroy()
})
