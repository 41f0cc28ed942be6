import { expect, test } from 'vitest'
import { operationIdSchema } from '#shared/contracts/ids.ts'
import type { RequestView } from '../stores/request-view.ts'
import { evaluateRequestSteps } from './request-steps.ts'

const base: RequestView = {
  id: operationIdSchema.parse('01900000-0000-7000-8000-000000000001'),
  reference: '7F3A-91C2',
  kind: 'medical',
  state: 'recorded',
  needsYou: false,
  owner: 'medical',
  recordedAt: '2026-11-22T10:00:00Z',
  receivedAt: null,
  dueAt: null,
  remindedAt: null,
  events: [],
  order: null,
  page: null,
  rejection: null,
  refusedFollowUps: [],
  isWithdrawPending: false,
  isRemindPending: false,
  canWithdraw: true,
  canRemind: false,
  canConfirmAgain: false,
  isOnlyHere: true,
  receipt: null,
}
const says = (request: Partial<RequestView>) =>
  evaluateRequestSteps({ ...base, ...request }).map(({ says: words, status }) => `${words}: ${status}`)

test('what is only recorded here waits to be sent', () => {
  expect(says({})).toEqual(['recorded: current', 'waiting: expected'])
})

test('what was sent without an answer is not shown as received', () => {
  expect(says({ state: 'sent' })).toEqual(['confirmed: done', 'sent: current'])
})

test('what was received tells when an answer is due', () => {
  const received = { state: 'received', receivedAt: '2026-11-22T10:05:00Z', dueAt: '2026-11-24T22:59:59Z' } as const
  expect(says(received)).toEqual(['confirmed: done', 'received: current', 'dueAnswer: expected'])
})

test('what is over expects nothing more', () => {
  const events = [
    { step: 'received', at: '2026-11-22T10:05:00Z' },
    { step: 'in-hand', at: '2026-11-23T08:00:00Z' },
    { step: 'answered', at: '2026-11-23T09:00:00Z' },
  ] as const
  expect(says({ state: 'answered', events })).toEqual([
    'confirmed: done',
    'received: done',
    'in-hand: done',
    'answered: current',
  ])
})

test('an order expects its delivery day', () => {
  const order = { windowId: base.id as never, deliveryDay: '2026-11-27', lines: [], totalCents: 0 }
  const steps = evaluateRequestSteps({ ...base, kind: 'canteen', state: 'received', order })
  expect(steps.at(-1)).toMatchObject({ says: 'dueDelivery', at: '2026-11-27', status: 'expected' })
})

test('a parked one says that the prison did not accept it', () => {
  expect(says({ state: 'needs-you', needsYou: true })).toEqual(['confirmed: done', 'parked: current'])
})

test('a price that rose is a question, not a refusal', () => {
  const parked = { state: 'needs-you', needsYou: true, canConfirmAgain: true } as const
  expect(says(parked)).toEqual(['confirmed: done', 'asked: current'])
})
