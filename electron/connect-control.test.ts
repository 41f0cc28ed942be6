import type { OpenState } from '#shared/contracts/closure.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ConnectedKiosk } from './connect-kiosk.ts'
import { AMARAS_PIN, type FakePrison, startFakePrison } from './testing/fake-prison.ts'
import { sampleConfiguration, writeConfiguration } from './testing/kiosk-configuration.ts'
import { canteenClosed, closingOf, webClosed } from './testing/sample-closings.ts'
import { amara, newId, sampleOrder } from './testing/sample-operations.ts'
import { startWindowless } from './testing/windowless-kiosk.ts'

let prison: FakePrison
let folder: string
const running: ConnectedKiosk[] = []

beforeEach(async () => {
  prison = await startFakePrison()
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-control-'))
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(kiosk => kiosk.close()))
  await prison.close()
  await rm(folder, { recursive: true })
})

async function start() {
  const configuration = { ...sampleConfiguration(), server: prison.server }
  const configurationFile = await writeConfiguration(folder, configuration)
  const started = startWindowless({ configurationFile, dataFolder: path.join(folder, 'data') })
  running.push(started.kiosk)
  const openState = (): Promise<OpenState> => started.value('terminal:open-state', {})
  return { ...started, openState }
}

const patiently = { timeout: 8000 }
const order = () => ({ id: newId(), intent: { kind: 'canteen.order', body: sampleOrder().body } }) as const

test('the web opens with the first lease, and what a warden closes is closed, told and acknowledged', async () => {
  const { openState, told } = await start()
  expect((await openState()).web).toMatchObject({ reason: 'no-contact' })
  await expect.poll(async () => (await openState()).web, patiently).toBeNull()
  prison.control.order([webClosed({ line: 'Until the lines are mended' })])
  await expect.poll(() => prison.control.said.at(-1), patiently).toEqual({ type: 'obeyed', version: 1 })
  expect((await openState()).web).toEqual({ reason: 'incident', line: 'Until the lines are mended', until: null })
  expect(told.at(-1)).toEqual(['page:event', { event: 'open-state', state: await openState() }])
})

test('what was closed is closed after a restart, with the line gone, and the queue still goes on', async () => {
  const first = await start()
  await first.value('line:pull', { cursor: null })
  await first.value('session:sign-in', { number: amara.number, pin: AMARAS_PIN })
  const { operation } = await first.value('operation:confirm', order())
  await expect.poll(async () => (await first.openState()).web, patiently).toBeNull()
  prison.control.order([closingOf({ kind: 'service', service: 'platform' })])
  await expect.poll(async () => (await first.openState()).canteen, patiently).not.toBeNull()
  expect(await first.call('operation:confirm', order())).toMatchObject({ error: { code: 'SERVICE_CLOSED' } })
  await first.kiosk.close()

  prison.control.isDown = true
  const second = await start()
  expect(await second.openState()).toMatchObject({ canteen: { reason: 'incident' }, medical: null })
  expect(await second.value('line:push', { operations: [operation] })).toMatchObject({
    verdicts: [{ status: 'applied' }],
  })
})

test('cut off before the order, the web ends with its lease; back on the line, the order is obeyed', async () => {
  prison.control.leases = { web: 10, local: 3600 }
  const { openState } = await start()
  await expect.poll(async () => (await openState()).web, patiently).toBeNull()
  prison.control.isDown = true
  prison.control.cut()
  prison.control.order([canteenClosed()])
  expect(await openState()).toMatchObject({ web: null, canteen: null })
  await expect.poll(async () => (await openState()).web, { timeout: 20_000 }).toMatchObject({ reason: 'no-contact' })
  prison.control.isDown = false
  await expect.poll(async () => (await openState()).canteen, { timeout: 50_000 }).toMatchObject({ reason: 'incident' })
}, 90_000)

test('what is closed for one person is told when they sign in', async () => {
  const { openState, value } = await start()
  await value('line:pull', { cursor: null })
  await expect.poll(() => prison.control.connections(), patiently).toBe(1)
  prison.control.order([canteenClosed({ scope: { kind: 'inmate', inmateId: amara.inmateId } })])
  await expect.poll(() => prison.control.said.some(({ type }) => type === 'obeyed'), patiently).toBe(true)
  expect((await openState()).canteen).toBeNull()
  await value('session:sign-in', { number: amara.number, pin: AMARAS_PIN })
  expect((await openState()).canteen).toMatchObject({ reason: 'incident' })
  await value('session:end', { reason: 'signed-out' })
  expect((await openState()).canteen).toBeNull()
})
