import type { Operation } from '#shared/contracts/operation.ts'
import { PUSH_BATCH_LIMIT, pushRequestSchema } from '#shared/contracts/sync.ts'
import type { Verdict } from '#shared/contracts/verdict.ts'
import { expect, test } from 'vitest'
import {
  bilal,
  otherTerminalId,
  prisonId,
  sampleOrder,
  sampleReminder,
  terminalId,
} from '../testing/sample-operations.ts'
import { createReceiptSigner } from '../testing/sign-receipt.ts'
import { createPush, type PushParts } from './push.ts'
import type { LineAnswer } from './terminal-line.ts'
import { createVerifyReceipt } from './verify-receipt.ts'

const signer = createReceiptSigner()
const applied = (operation: Operation): Verdict => ({
  status: 'applied',
  operationId: operation.id,
  receipt: signer.sign(operation),
})
const verdictsOn = (verdicts: readonly unknown[]): LineAnswer => ({
  status: 'answered',
  httpStatus: 200,
  body: { verdicts },
})

function pushWith(answers: LineAnswer[], changes: Partial<PushParts> = {}) {
  const sent: unknown[][] = []
  const settled: Verdict[] = []
  const reports: unknown[] = []
  const push = createPush({
    terminalId,
    verifyReceipt: createVerifyReceipt(prisonId, signer.pinned),
    findRecorded: () => undefined,
    settle: async verdicts => {
      settled.push(...verdicts)
    },
    now: () => new Date('2026-11-22T10:00:00Z'),
    report: error => reports.push(error),
    ask: async ({ body = '' }) => {
      sent.push(pushRequestSchema.parse(JSON.parse(body)).operations)
      return answers.shift() ?? { status: 'unreachable', mayHaveArrived: false }
    },
    ...changes,
  })
  return { push, sent, settled, reports }
}

test('answers each operation with its verdict and settles what is settled', async () => {
  const [order, parked, later] = [sampleOrder(), sampleOrder(), sampleReminder()]
  const rejected: Verdict = { status: 'rejected', operationId: parked.id, rejection: { code: 'ORDER_WINDOW_CLOSED' } }
  const deferred: Verdict = { status: 'deferred', operationId: later.id }
  const { push, sent, settled } = pushWith([verdictsOn([applied(order), rejected, deferred])])
  const verdicts = [applied(order), rejected, deferred]
  expect(await push([order, parked, later])).toEqual({ status: 'answered', verdicts })
  expect(sent).toEqual([[order, parked, later]])
  expect(settled).toEqual([applied(order), rejected])
})

test('answers only when the verdicts are on the disk', async () => {
  const order = sampleOrder()
  const { push } = pushWith([verdictsOn([applied(order)])], { settle: () => Promise.reject(new Error('disk')) })
  await expect(push([order])).rejects.toThrow('disk')
})

test('sends what the journal holds, whatever the page says it was', async () => {
  const confirmed = sampleOrder()
  const { push, sent } = pushWith([verdictsOn([applied(confirmed)])], { findRecorded: () => confirmed })
  const answer = await push([{ ...confirmed, recordedAt: '2026-11-22T08:00:00.000Z' }])
  expect(sent).toEqual([[confirmed]])
  expect(answer).toEqual({ status: 'answered', verdicts: [applied(confirmed)] })
})

test('rejects an operation of another terminal by itself and sends the rest', async () => {
  const [foreign, own] = [sampleOrder({ terminalId: otherTerminalId }), sampleOrder()]
  const { push, sent } = pushWith([verdictsOn([applied(own)])])
  const notYours = { status: 'rejected', operationId: foreign.id, rejection: { code: 'OPERATION_NOT_YOURS' } }
  expect(await push([foreign, own])).toEqual({ status: 'answered', verdicts: [notYours, applied(own)] })
  expect(sent).toEqual([[own]])
})

test('asks the server nothing when nothing is this terminal’s', async () => {
  const { push, sent } = pushWith([])
  expect(await push([sampleOrder({ terminalId: otherTerminalId })])).toMatchObject({ status: 'answered' })
  expect(sent).toEqual([])
})

const order = sampleOrder()
test.each([
  ['with a receipt for other words', { ...applied(order), receipt: signer.sign(sampleOrder()) }],
  ['with a receipt of another prison’s key', { ...applied(order), receipt: createReceiptSigner().sign(order) }],
  ['on another operation', applied(sampleOrder())],
  ['of a kind this version does not know', { status: 'postponed', operationId: order.id }],
])('takes a verdict %s for a deferral, and tells someone', async (_name, verdict) => {
  const neighbour = sampleReminder()
  const { push, settled, reports } = pushWith([verdictsOn([verdict, applied(neighbour)])])
  expect(await push([order, neighbour])).toEqual({
    status: 'answered',
    verdicts: [{ status: 'deferred', operationId: order.id }, applied(neighbour)],
  })
  expect(settled).toEqual([applied(neighbour)])
  expect(reports).toHaveLength(1)
})

test('parks what the server says it cannot read, so that the person who wrote it is told', async () => {
  const { push, settled } = pushWith([verdictsOn([{ status: 'unreadable', operationId: null }])])
  const parked = { status: 'rejected', operationId: order.id, rejection: { code: 'OPERATION_INVALID' } }
  expect(await push([order])).toEqual({ status: 'answered', verdicts: [parked] })
  expect(settled).toEqual([parked])
})

test.each([
  ['too few verdicts', { verdicts: [] }],
  ['no verdicts', {}],
  ['something else beside them', { verdicts: [applied(order)], more: true }],
])('takes an answer with %s for a failing server', async (_name, body) => {
  const { push, settled } = pushWith([{ status: 'answered', httpStatus: 200, body }])
  expect(await push([order])).toEqual({ status: 'busy', retryAfterMs: null })
  expect(settled).toEqual([])
})

test.each([
  [{ status: 'unreachable', mayHaveArrived: false }],
  [{ status: 'busy', retryAfterMs: 5000 }],
  [{ status: 'refused' }],
] as const)('hands on %j', async answer => {
  expect(await pushWith([answer]).push([order])).toEqual(answer)
})

const longOutbox = () => Array.from({ length: PUSH_BATCH_LIMIT + 20 }, () => sampleReminder())

test('sends the next batch while the verdicts of the last are on their way to the disk', async () => {
  const many = longOutbox()
  let reachDisk: () => void = () => undefined
  const disk = new Promise<void>(resolve => {
    reachDisk = resolve
  })
  const { push, sent } = pushWith(
    [verdictsOn(many.slice(0, PUSH_BATCH_LIMIT).map(applied)), verdictsOn(many.slice(PUSH_BATCH_LIMIT).map(applied))],
    { settle: () => disk },
  )
  const answer = push(many)
  await expect.poll(() => sent.map(batch => batch.length)).toEqual([PUSH_BATCH_LIMIT, 20])
  reachDisk()
  expect(await answer).toEqual({ status: 'answered', verdicts: many.map(applied) })
})

test('holds back in later batches what an inmate confirmed after a deferred operation', async () => {
  const [first, ...later] = longOutbox()
  const other = sampleReminder({ inmateId: bilal.inmateId })
  const many = [first ?? other, ...later, other]
  const { push, sent } = pushWith([
    verdictsOn(
      many
        .slice(0, PUSH_BATCH_LIMIT)
        .map(({ id }, place) =>
          place === 0 ? { status: 'deferred', operationId: id } : applied(many[place] ?? other),
        ),
    ),
    verdictsOn([applied(other)]),
  ])
  const answer = await push(many)
  expect(sent.map(batch => batch.length)).toEqual([PUSH_BATCH_LIMIT, 1])
  expect(answer).toMatchObject({ status: 'answered' })
  const statuses = answer.status === 'answered' ? answer.verdicts.map(verdict => verdict.status) : []
  expect(statuses).toEqual(
    many.map((operation, place) =>
      operation === other || (place > 0 && place < PUSH_BATCH_LIMIT) ? 'applied' : 'deferred',
    ),
  )
})

test('defers the rest when the line breaks between two bodies', async () => {
  const sealed = 'A'.repeat(20_000)
  const many = Array.from({ length: 150 }, (): Operation => {
    const { body: _body, ...envelope } = sampleOrder()
    const body = { version: 1 as const, keyId: 'medical-1', encapsulatedKey: 'AA', ciphertext: sealed }
    return { ...envelope, kind: 'medical.appointment', body }
  })
  const { push, sent } = pushWith([], {
    ask: async ({ body = '' }) => {
      const operations = pushRequestSchema.parse(JSON.parse(body)).operations as Operation[]
      sent.push(operations)
      return sent.length === 1 ? verdictsOn(operations.map(applied)) : { status: 'unreachable', mayHaveArrived: false }
    },
  })
  const answer = await push(many)
  const first = sent[0]?.length ?? 0
  expect(first).toBeGreaterThan(0)
  expect(first).toBeLessThan(150)
  const statuses = answer.status === 'answered' ? answer.verdicts.map(verdict => verdict.status) : []
  expect(statuses).toEqual(many.map((_operation, index) => (index < first ? 'applied' : 'deferred')))
})
