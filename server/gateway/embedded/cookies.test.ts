import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type AGateway, startGateway } from '../testing/a-gateway.ts'

let at: AGateway

beforeAll(async () => {
  at = await startGateway()
})
beforeEach(() => {
  at.site.forget()
})
afterAll(() => at.close())

const give = (...cookies: readonly string[]): void => {
  at.site.listener = (_request, response) => {
    response.writeHead(200, { 'Set-Cookie': [...cookies] }).end('given')
  }
}
const arrived = (): (string | undefined)[] => at.site.received.map(({ headers }) => headers['cookie'])

/** Asks once for each `Cookie` header, on one tunnel. */
async function askWith(cookies: readonly string[], name = 'good.test', inmate: 0 | 1 = 0): Promise<void> {
  const on = await at.secured(name, inmate)
  for (const Cookie of cookies) {
    await at.ask('GET /jobs/1', { on, headers: { Host: `${name}:${at.site.port}`, Cookie } })
  }
  on.destroy()
}

test('a cookie goes out once the site has given it, with the value it gave', async () => {
  give('first=1; HttpOnly; Path=/')
  await askWith(['first=1', 'first=1', 'first=meet+me'])
  expect(arrived()).toEqual([undefined, 'first=1', undefined])
})

test('what a script wrote beside it stays here, and the page is read all the same', async () => {
  give('second=1')
  await askWith([''])
  const answer = await at.ask('GET /jobs/1', { headers: { Cookie: 'note=meet me at noon; second=1; second=phone' } })
  expect(answer.status).toBe(200)
  expect(arrived().at(-1)).toBe('second=1')
})

test('a cookie that was left out does not make those that go out too long', async () => {
  give('third=1')
  await askWith(['', `note=${'x'.repeat(5000)}; third=1`])
  expect(arrived().at(-1)).toBe('third=1')
})

test('what was given on one tunnel goes out on another of the same person, and of nobody else', async () => {
  give('fourth=1')
  await askWith([''])
  await askWith(['fourth=1'])
  await askWith(['fourth=1'], 'good.test', 1)
  expect(arrived()).toEqual([undefined, 'fourth=1', undefined])
})

test('a cookie for the domain goes to its other hosts, and one for the host does not', async () => {
  give('host=1', 'domain=1; Domain=good.test')
  await askWith([''])
  await askWith(['host=1; domain=1'], 'www.good.test')
  expect(arrived().at(-1)).toBe('domain=1')
})

test('what comes with a redirect is given too', async () => {
  at.site.listener = (_request, response) => {
    response.writeHead(302, { Location: '/jobs/2', 'Set-Cookie': 'moved=1' }).end()
  }
  await askWith(['', 'moved=1'])
  expect(arrived().at(-1)).toBe('moved=1')
})

test('what a site gives where it asks for a download is not given', async () => {
  at.site.listener = (_request, response) => {
    response.writeHead(200, { 'Content-Disposition': 'attachment', 'Set-Cookie': 'refused=1' }).end()
  }
  await askWith(['', 'refused=1'])
  expect(arrived().at(-1)).toBeUndefined()
})
