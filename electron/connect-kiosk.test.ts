import type { MedicalContent } from '#shared/medical/medical-content.ts'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConnectedKiosk, ConnectParts } from './connect-kiosk.ts'
import { AMARAS_PIN, startFakePrison, type FakePrison } from './testing/fake-prison.ts'
import { sampleConfiguration, writeConfiguration } from './testing/kiosk-configuration.ts'
import { amara, newId, sampleOrder } from './testing/sample-operations.ts'
import { startWindowless } from './testing/windowless-kiosk.ts'

let prison: FakePrison
let folder: string
let configurationFile: string
const running: ConnectedKiosk[] = []

beforeAll(async () => {
  prison = await startFakePrison()
})
afterAll(() => prison.close())
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-kiosk-'))
  configurationFile = await writeConfiguration(folder, { ...sampleConfiguration(), server: prison.server })
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(kiosk => kiosk.close()))
  await rm(folder, { recursive: true })
})

function start(changes: Partial<ConnectParts> = {}) {
  const started = startWindowless({ configurationFile, dataFolder: path.join(folder, 'data'), ...changes })
  running.push(started.kiosk)
  return started
}

const signIn = { number: amara.number, pin: AMARAS_PIN }
const medical: MedicalContent = {
  version: 1,
  service: 'dentist',
  sinceWhen: 'today',
  howBad: 5,
  text: 'The tooth at the back.',
  language: 'fr',
  writtenAt: '2026-11-22T10:00:00.000Z',
}

test('an order goes from the page to the journal to the prison, and its receipt comes back', async () => {
  const { value } = start()
  await value('line:pull', { cursor: null })
  expect(await value('session:people', {})).toEqual({ people: [amara], waitMs: 0 })
  expect(await value('session:sign-in', signIn)).toEqual({ status: 'signed-in', person: amara })
  const intent = { kind: 'canteen.order', body: sampleOrder().body } as const
  const { operation } = await value('operation:confirm', { id: newId(), intent })
  expect(await value('journal:read', {})).toEqual({ entries: [{ operation, verdict: null }], damaged: 0 })
  expect(await value('line:push', { operations: [operation] })).toMatchObject({ verdicts: [{ status: 'applied' }] })
  expect(await value('journal:read', {})).toEqual({ entries: [], damaged: 0 })
  expect(prison.received).toContainEqual(operation)
})

test('what was confirmed and not yet received is there after a restart, and so is who may sign in', async () => {
  const first = start()
  await first.value('line:pull', { cursor: null })
  await first.value('session:sign-in', signIn)
  const intent = { kind: 'medical.appointment', content: medical } as const
  const { operation } = await first.value('operation:confirm', { id: newId(), intent })
  await first.kiosk.close()

  const second = start()
  expect(await second.value('journal:read', {})).toEqual({ entries: [{ operation, verdict: null }], damaged: 0 })
  expect(await second.value('session:people', {})).toMatchObject({ people: [amara] })
  expect(await second.call('draft:read', {})).toMatchObject({ ok: false, error: { code: 'SESSION_MISSING' } })
})

test('no file of the terminal holds a word of a medical request', async () => {
  const { value, log } = start()
  await value('line:pull', { cursor: null })
  await value('session:sign-in', signIn)
  const id = newId()
  await value('draft:keep', { draft: { operationId: id, step: 3, content: medical } })
  await value('operation:confirm', { id, intent: { kind: 'medical.appointment', content: medical } })
  const files = await readdir(path.join(folder, 'data'), { recursive: true, withFileTypes: true })
  const texts = await Promise.all(
    files.filter(file => file.isFile()).map(file => readFile(path.join(file.parentPath, file.name), 'latin1')),
  )
  expect(texts.length).toBeGreaterThan(4)
  expect(texts.join() + log.join()).not.toMatch(/tooth|dentist/)
  expect(await value('draft:read', {})).toEqual({ draft: null })
})

test('a draft outlives the session, for its own person alone', async () => {
  const { value, call } = start()
  await value('line:pull', { cursor: null })
  await value('session:sign-in', signIn)
  const draft = { operationId: newId(), step: 1, content: { service: 'nurse' } } as const
  await value('draft:keep', { draft })
  await value('session:end', { reason: 'idle' })
  expect(await call('draft:read', {})).toMatchObject({ ok: false, error: { code: 'SESSION_MISSING' } })
  await value('session:sign-in', signIn)
  expect(await value('draft:read', {})).toEqual({ draft })
})

test('nothing is confirmed in nobody’s name', async () => {
  const { call } = start()
  const intent = { kind: 'canteen.order', body: sampleOrder().body } as const
  const refused = { ok: false, error: { code: 'SESSION_MISSING', retryable: false } }
  expect(await call('operation:confirm', { id: newId(), intent })).toEqual(refused)
  expect(await call('journal:discard', { id: newId() })).toEqual(refused)
})

test('who moved away is signed out at once, and the page is told', async () => {
  const { value, call, told } = start()
  await value('line:pull', { cursor: null })
  await value('session:sign-in', signIn)
  const changes = prison.changes
  prison.changes = [{ entity: 'person', key: amara.inmateId, value: null }]
  await value('line:pull', { cursor: 'YQ' })
  prison.changes = changes
  expect(told).toContainEqual(['page:event', expect.objectContaining({ event: 'session-ended' })])
  expect(await call('draft:read', {})).toMatchObject({ ok: false })
})

test('a roster that broke is fetched anew', async () => {
  const first = start()
  await first.value('line:pull', { cursor: null })
  await first.kiosk.close()
  await writeFile(path.join(folder, 'data/roster.json'), '{"version":1,"entr')

  const second = start()
  expect(await second.value('session:people', {})).toMatchObject({ people: [] })
  expect(await second.value('line:pull', { cursor: 'YQ' })).toMatchObject({ restarted: true })
  expect(await second.value('session:people', {})).toMatchObject({ people: [amara] })
  expect(second.log).toEqual(['files'])
})

test('two presses at once record once', async () => {
  const { value } = start()
  await value('line:pull', { cursor: null })
  await value('session:sign-in', signIn)
  const input = { id: newId(), intent: { kind: 'canteen.order', body: sampleOrder().body } } as const
  const [first, second] = await Promise.all([value('operation:confirm', input), value('operation:confirm', input)])
  expect(second).toEqual(first)
  expect((await value('journal:read', {})).entries).toHaveLength(1)
})

test('a terminal that is not set up right says so on every channel and tells its window once', async () => {
  await writeFile(configurationFile, '{')
  const { call, problems, enrolment } = start()
  const refused = { ok: false, error: { code: 'CONFIGURATION_INVALID', retryable: false } }
  expect(await call('terminal:describe', {})).toEqual(refused)
  expect(await call('session:people', {})).toEqual(refused)
  expect(await call('enrolment:begin', {})).toEqual(refused)
  expect(problems).toEqual(['CONFIGURATION_INVALID'])
  expect(enrolment).toEqual([])
})

test('a terminal that is enrolled cannot be enrolled from its page', async () => {
  const { call, value, enrolment } = start()
  await value('journal:read', {})
  for (const name of ['enrolment:begin', 'enrolment:take-in'] as const) {
    expect(await call(name, {})).toEqual({ ok: false, error: { code: 'ENROLMENT_OVER', retryable: false } })
  }
  expect(enrolment).toEqual([])
})

test('a terminal whose data folder cannot be written does not say that it records', async () => {
  await writeFile(path.join(folder, 'in-the-way'), '')
  const { call, problems } = start({ dataFolder: path.join(folder, 'in-the-way/data') })
  expect(await call('journal:read', {})).toMatchObject({ ok: false })
  expect(problems).toHaveLength(1)
})

test('a second kiosk with the same data folder does not start', async () => {
  const first = start()
  await first.value('journal:read', {})
  const second = start()
  expect(await second.call('journal:read', {})).toMatchObject({ ok: false, error: { code: 'JOURNAL_IN_USE' } })
  expect(second.problems).toEqual(['JOURNAL_IN_USE'])
})
