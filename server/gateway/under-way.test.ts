import { once } from 'node:events'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { InmateId } from '#shared/contracts/ids.ts'
import type { Closings } from '#shared/policy/closings.ts'
import { publishWebPolicy } from '../web-policy/publish-web-policy.ts'
import { type AGateway, policyOfGateway, reasonOf, startGateway } from './testing/a-gateway.ts'
import { closed } from './testing/raw-answer.ts'
import { requestText } from './testing/test-gateway.ts'

const closings = new Map<InmateId, Closings>()
const listeners = new Set<() => void>()
const close = (inmateId: InmateId, what: Closings): void => {
  closings.set(inmateId, what)
  for (const told of listeners) told()
}
let at: AGateway

beforeAll(async () => {
  at = await startGateway({
    closings: {
      closingsFor: async (_terminalId, inmateId) => closings.get(inmateId) ?? {},
      onChange: told => {
        listeners.add(told)
        return () => listeners.delete(told)
      },
    },
    wayOut: { silenceTimeoutMs: 60_000 },
  })
})
beforeEach(async () => {
  closings.clear()
  at.site.forget()
  await publishWebPolicy(at.own.database, policyOfGateway(at))
  await vi.waitUntil(async () => (await at.ask('GET /jobs/1')).status === 200, { timeout: 5000 })
  at.site.forget()
})
afterAll(() => at.close())

/** Asks for a page whose answer begins and does not end. */
async function begin(path: string, inmate: 0 | 1 = 0): Promise<TLSSocket> {
  at.site.listener = (_request, response) => void response.write('the beginning')
  const on = await at.secured('good.test', inmate)
  on.write(requestText(`GET ${path} HTTP/1.1`, { Host: at.authority, 'Guichet-Type': 'mainFrame' }))
  await once(on, 'data')
  return on
}

test('an answer under way ends when another policy does not grant it, and one that is granted goes on', async () => {
  const [ending, staying] = [await begin('/jobs/1'), await begin('/')]
  const { version, sites } = policyOfGateway(at)
  const narrower = sites.map(site => ({
    ...site,
    rules: site.rules.map(rule => (rule.id === 'good-pages' ? { ...rule, paths: ['/'] } : rule)),
  }))
  const before = at.gateway.log.length
  await publishWebPolicy(at.own.database, { version, sites: narrower })
  await closed(ending)
  expect(staying.destroyed).toBe(false)
  expect(at.gateway.log.slice(before)).toMatchObject([{ reason: 'path-not-listed', siteId: 'good' }])
  staying.destroy()
})

test('an answer that has not begun ends with the reason, and the tunnel goes on', async () => {
  at.site.listener = () => undefined
  const on = await at.secured()
  const answer = at.ask('GET /jobs/1', { on })
  await expect.poll(() => at.site.received.length).toBe(1)
  close(at.prison.inmateIds[0], { closedRules: new Set(['good-pages']) })
  expect([(await answer).status, reasonOf(await answer)]).toEqual([403, 'rule-closed'])
  close(at.prison.inmateIds[0], {})
  at.site.forget()
  expect((await at.ask('GET /jobs/1', { on })).status).toBe(200)
})

test.each([
  ['site-closed', { closedSites: new Set(['good']) }, 'W-1-'],
  ['rule-closed', { closedRules: new Set(['good-pages']) }, 'W-1-'],
])('what is closed is refused with its reason: %s', async (reason, what, code) => {
  close(at.prison.inmateIds[0], what)
  const answer = await at.ask('GET /jobs/1')
  expect([answer.status, reasonOf(answer), answer.body.startsWith(code)]).toEqual([403, reason, true])
  expect(at.site.received).toEqual([])
})

test('what is closed for one person ends what they have under way at once, and nobody else’s', async () => {
  const [ending, staying] = [await begin('/jobs/1'), await begin('/jobs/1', 1)]
  close(at.prison.inmateIds[0], { closedSites: new Set(['good']) })
  await closed(ending)
  expect(staying.destroyed).toBe(false)
  staying.destroy()
})

test('while nobody can say what is closed, nothing passes', async () => {
  const broken = await startGateway({
    closings: { closingsFor: () => Promise.reject(new Error('away')), onChange: () => () => undefined },
  })
  expect(reasonOf(await broken.ask('GET /jobs/1'))).toBe('gate-failed')
  await broken.close()
})
