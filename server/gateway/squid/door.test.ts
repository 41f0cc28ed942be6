import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { createAuthority } from '../../keys/authority.ts'
import { createLogger } from '../../logging/create-logger.ts'
import { aPrison, type TestPrison } from '../../testing/a-prison.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/create-test-database.ts'
import { publishWebPolicy } from '../../web-policy/publish-web-policy.ts'
import { createJudging, type Judging } from '../create-gateway.ts'
import { type RawAnswer, readAnswer } from '../testing/raw-answer.ts'
import { requestText, startTestGateway, type TestGateway } from '../testing/test-gateway.ts'
import { createThrowAwayInternet, type ThrowAwayInternet, type ThrowAwaySite } from '../testing/throw-away-site.ts'
import { startTestSquid, type TestSquid } from './testing/test-squid.ts'

let own: TestDatabase
let prison: TestPrison
let internet: ThrowAwayInternet
let site: ThrowAwaySite
let judging: Judging
let squid: TestSquid
let gateway: TestGateway

beforeAll(async () => {
  own = await createTestDatabase()
  prison = await aPrison(own.database)
  internet = await createThrowAwayInternet()
  site = await internet.site('plain')
  await publishWebPolicy(own.database, policyFor(site.port))
  const log = createLogger({ level: 'error', destination: { write: () => undefined } })
  judging = createJudging({ database: own.database, clock: () => new Date(), log })
  squid = await startTestSquid({ webAuthority: await createAuthority('Test, web', new Date()), answer: judging })
  gateway = await startTestGateway(own.database, { squid: { host: '127.0.0.1', port: squid.port } })
})
afterAll(async () => {
  await gateway.close()
  await squid.stop()
  await judging.close()
  await internet.close()
  await own.drop()
})

function policyFor(port: number): WebPolicy {
  const rule = {
    id: 'here-pages',
    hosts: ['127.0.0.1'],
    schemes: ['http' as const],
    ports: [port],
    paths: ['/jobs/**'],
  }
  return {
    version: 1,
    sites: [{ id: 'here', name: { en: 'Here' }, start: `http://127.0.0.1:${port}/jobs`, rules: [rule] }],
  }
}

async function ask(path: string): Promise<RawAnswer> {
  const socket = await gateway.tunnel(prison)
  const host = `127.0.0.1:${site.port}`
  socket.write(requestText(`GET http://${host}${path} HTTP/1.1`, { Host: host, 'Guichet-Type': 'mainFrame' }))
  return readAnswer(socket)
}

test('a terminal’s tunnel leads through Squid, and what it carries out is counted', async () => {
  expect((await ask('/jobs/1?q=cook')).status).toBe(200)
  expect(site.received).toMatchObject([{ url: '/jobs/1?q=cook' }])
  const counted = await own.database.selectFrom('web_budgets').select(['inmate_id', 'site_id']).execute()
  expect(counted).toEqual([{ inmate_id: prison.inmateIds[0], site_id: 'here' }])
})

test('what Squid’s helper refuses is counted as the gateway’s', async () => {
  expect((await ask('/contact')).headers.get('guichet-refused')).toEqual(['path-not-listed'])
  const counted = () => own.database.selectFrom('web_refusals').select(['reason', 'gate', 'terminal_id']).execute()
  await expect
    .poll(counted, { timeout: 5000 })
    .toEqual([{ reason: 'path-not-listed', gate: 'gateway', terminal_id: prison.terminals[0].id }])
})
