import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConnectedKiosk } from './connect-kiosk.ts'
import { codesOf, ownSecret } from './service/testing/codes.ts'
import { AMARAS_PIN, startFakePrison, type FakePrison } from './testing/fake-prison.ts'
import { sampleConfiguration, writeConfiguration } from './testing/kiosk-configuration.ts'
import { amara, newId, sampleOrder } from './testing/sample-operations.ts'
import { startWindowless } from './testing/windowless-kiosk.ts'

let prison: FakePrison
let folder: string
const running: ConnectedKiosk[] = []
const code = codesOf(ownSecret)

beforeAll(async () => {
  prison = await startFakePrison()
})
afterAll(() => prison.close())
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-service-'))
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(kiosk => kiosk.close()))
  await rm(folder, { recursive: true })
})

const start = () => startOn({ ...sampleConfiguration(), service: { secret: ownSecret } })

async function startOn(configuration: Record<string, unknown>) {
  const configurationFile = await writeConfiguration(folder, { ...configuration, server: prison.server })
  const started = startWindowless({ configurationFile, dataFolder: path.join(folder, 'data') })
  running.push(started.kiosk)
  return started
}

const fileOf = (name: string) => path.join(folder, 'data', name)
const shut = { ok: false, error: { code: 'SERVICE_SCREEN_SHUT' } }

test('a code opens the screen, which shows how the terminal is and nothing of anybody', async () => {
  const { call, value } = await start()
  await value('line:pull', { cursor: null })
  await value('session:sign-in', { number: amara.number, pin: AMARAS_PIN })
  const intent = { kind: 'canteen.order', body: sampleOrder().body } as const
  const { operation } = await value('operation:confirm', { id: newId(), intent })
  await value('session:end', { reason: 'signed-out' })
  expect(await call('service:read', {})).toMatchObject(shut)
  expect(await value('service:open', { code: code(1) })).toEqual({ status: 'open' })
  const facts = await value('service:read', {})
  expect(facts).toMatchObject({
    terminalName: 'A-101',
    version: '1.2.3',
    build: null,
    journal: { waiting: 1, damaged: 0 },
    server: new URL(prison.server.url).host,
  })
  const shown = JSON.stringify(facts)
  for (const word of [amara.givenName, amara.number, amara.inmateId, operation.id, ownSecret]) {
    expect(shown).not.toContain(word)
  }
})

test('a used code is worth nothing after a restart, not with an older file put back either', async () => {
  const first = await start()
  await first.value('service:open', { code: code(1) })
  const old = await readFile(fileOf('service.json'), 'utf8')
  await first.value('service:close', {})
  await first.value('service:open', { code: code(2) })
  await Promise.all(running.splice(0).map(kiosk => kiosk.close()))
  await writeFile(fileOf('service.json'), old)
  const next = await start()
  for (const used of [code(1), code(2)]) {
    expect(await next.value('service:open', { code: used })).toMatchObject({ status: 'refused' })
  }
  expect(await next.value('service:open', { code: code(3) })).toEqual({ status: 'open' })
})

test('with nothing left to read of what was used, no code opens it, at the next start neither', async () => {
  const first = await start()
  await first.value('service:open', { code: code(1) })
  await Promise.all(running.splice(0).map(kiosk => kiosk.close()))
  await Promise.all(['service.json', 'service-copy.json'].map(name => writeFile(fileOf(name), '{')))
  for (const _ of ['this start', 'the next']) {
    const kiosk = await start()
    expect(await kiosk.value('service:open', { code: code(2) })).toMatchObject({ status: 'refused' })
    await Promise.all(running.splice(0).map(one => one.close()))
  }
})

test('a sign-in shuts it and the page is told', async () => {
  const { call, value, told } = await start()
  await value('line:pull', { cursor: null })
  await value('service:open', { code: code(1) })
  await value('session:sign-in', { number: amara.number, pin: AMARAS_PIN })
  expect(JSON.stringify(told)).toContain('service-shut')
  expect(await call('service:read', {})).toMatchObject(shut)
  expect(await call('service:open', { code: code(2) })).toMatchObject({ error: { code: 'SESSION_OPEN' } })
})

test('a new page does not find it open', async () => {
  const { kiosk, call, value } = await start()
  await value('service:open', { code: code(1) })
  kiosk.endSession()
  expect(await call('service:examine', {})).toMatchObject(shut)
})

test('the doctor looks when asked, the worst first', async () => {
  const { value } = await start()
  await value('service:open', { code: code(1) })
  const { findings } = await value('service:examine', {})
  expect(findings.length).toBeGreaterThan(10)
  expect(findings[0]?.state).not.toBe('ok')
  expect(JSON.stringify(findings)).not.toContain(ownSecret)
})

test('a terminal that was enrolled without a secret works as before, and no code opens it', async () => {
  const { call, value } = await startOn(sampleConfiguration())
  expect(await value('service:ask', {})).toEqual({ isEquipped: false, waitMs: 0 })
  expect(await call('service:open', { code: code(1) })).toMatchObject({ error: { code: 'SERVICE_SECRET_MISSING' } })
})
