import { operationSchema } from '#shared/contracts/operation.ts'
import { requestIdSchema } from '#shared/contracts/ids.ts'
import type { MedicalContent } from '#shared/medical/medical-content.ts'
import { open as openSealed } from '#shared/sealing/seal.ts'
import {
  createSealingKeyPair,
  importOpeningKey,
  publicHalf,
  type SealingPrivateKey,
} from '#shared/sealing/sealing-key-pair.ts'
import { beforeAll, expect, test } from 'vitest'
import { createFakeJournal } from '../testing/fake-journal.ts'
import { amara, bilal, newId, sampleOrder, terminalId } from '../testing/sample-operations.ts'
import { createConfirm, type ConfirmInput } from './confirm.ts'
import { createKeptJournal } from './kept-journal.ts'

let medical: SealingPrivateKey
beforeAll(async () => {
  medical = await createSealingKeyPair()
})

function terminal() {
  const journal = createFakeJournal()
  const { book, write } = createKeptJournal(journal, async () => journal)
  const clock = { now: new Date('2026-11-22T10:00:00Z') }
  const closed = new Set<string>()
  const confirm = createConfirm({
    book,
    write,
    terminalId,
    medicalKey: publicHalf(medical),
    now: () => clock.now,
    isOpen: kind => !closed.has(kind),
  })
  return { journal, confirm, clock, closed }
}

const content: MedicalContent = {
  version: 1,
  service: 'dentist',
  sinceWhen: 'some-days',
  howBad: 4,
  text: 'The tooth at the back.',
  language: 'en',
  writtenAt: '2026-11-22T09:58:00.000Z',
}
const order = (): ConfirmInput => ({ id: newId(), intent: { kind: 'canteen.order', body: sampleOrder().body } })
const appointment = (): ConfirmInput => ({ id: newId(), intent: { kind: 'medical.appointment', content } })
const reused = { code: 'OPERATION_ID_REUSED' }

test('fills in who, where and when, and answers what is on the disk', async () => {
  const { journal, confirm } = terminal()
  const input = order()
  const operation = await confirm(input, amara)
  expect(operation).toEqual({
    ...sampleOrder(),
    id: input.id,
    inmateId: amara.inmateId,
    terminalId,
    recordedAt: '2026-11-22T10:00:00.000Z',
  })
  expect(journal.records().map(record => record.payload)).toEqual([operation])
})

test('does not answer when it did not reach the disk', async () => {
  const { journal, confirm } = terminal()
  const input = order()
  journal.broken = true
  await expect(confirm(input, amara)).rejects.toThrow('disk')
  journal.broken = false
  await expect(confirm(input, amara)).resolves.toMatchObject({ id: input.id })
})

test('pressed twice, records once', async () => {
  const { journal, confirm, clock } = terminal()
  const input = order()
  const operation = await confirm(input, amara)
  clock.now = new Date('2026-11-22T10:05:00Z')
  expect(await confirm(input, amara)).toEqual(operation)
  expect(journal.appends).toHaveLength(1)
})

test('an id that stands for something else records nothing', async () => {
  const { journal, confirm } = terminal()
  const input = order()
  await confirm(input, amara)
  const { id } = input
  const other: ConfirmInput = {
    id,
    intent: { kind: 'request.remind', body: { requestId: requestIdSchema.parse(newId()) } },
  }
  const body = { ...sampleOrder().body, replaces: newId() }
  await expect(confirm(other, amara)).rejects.toMatchObject(reused)
  await expect(confirm({ id, intent: { kind: 'canteen.order', body } }, amara)).rejects.toMatchObject(reused)
  expect(journal.appends).toHaveLength(1)
})

test('an id of somebody else’s operation tells nothing about it', async () => {
  const { confirm } = terminal()
  const input = order()
  await confirm(input, amara)
  await expect(confirm(input, bilal)).rejects.toMatchObject(reused)
})

test('medical content is sealed to the service before anything is written', async () => {
  const { journal, confirm } = terminal()
  const input = appointment()
  const operation = await confirm(input, amara)
  expect(JSON.stringify(journal.appends)).not.toMatch(/tooth|dentist/)
  const parsed = operationSchema.parse(operation)
  if (parsed.kind !== 'medical.appointment') throw new Error('another kind')
  const key = await importOpeningKey(medical)
  const context = { operationId: input.id, inmateId: amara.inmateId, terminalId }
  await expect(openSealed(key, context, parsed.body)).resolves.toEqual(content)
})

test('a medical request confirmed twice stays as it was first', async () => {
  const { journal, confirm } = terminal()
  const { id } = appointment()
  const first = await confirm({ id, intent: { kind: 'medical.appointment', content } }, amara)
  const again = await confirm(
    { id, intent: { kind: 'medical.appointment', content: { ...content, howBad: 1 } } },
    amara,
  )
  expect(again).toEqual(first)
  expect(journal.appends).toHaveLength(1)
})

test('nothing is recorded under what is closed, and what was recorded before stays so', async () => {
  const { confirm, journal, closed } = terminal()
  const earlier = order()
  const recorded = await confirm(earlier, amara)
  closed.add('canteen.order')
  await expect(confirm(order(), amara)).rejects.toMatchObject({ code: 'SERVICE_CLOSED' })
  expect(await confirm(earlier, amara)).toEqual(recorded)
  expect(journal.appends).toHaveLength(1)
})
