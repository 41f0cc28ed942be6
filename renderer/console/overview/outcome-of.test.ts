import { expect, test } from 'vitest'
import { aClosing, anOrder, orderId } from '../testing/fake-api.ts'
import { outcomeOf } from './outcome-of.ts'

const { id, ...fields } = aClosing()
const close = { kind: 'close', ...fields } as const
const closings = [{ closing: aClosing(), orderedBy: 'Ben', orderedAt: null, inmateNumber: null }]
const reopen = { kind: 'reopen', closingId: id } as const

test.each([
  ['waits for a second warden', anOrder(close), 'waiting'],
  ['a closing that holds', anOrder(close, { id, status: 'in-force' }), 'standing'],
  ['a closing that was taken back or has ended', anOrder(close, { id: orderId('8'), status: 'in-force' }), 'over'],
  ['a reopening is done once it took force', anOrder(reopen, { status: 'in-force' }), 'done'],
  ['declined by another', anOrder(reopen, { status: 'declined', decidedBy: 'Anna' }), 'declined'],
  ['taken back by whoever gave it', anOrder(reopen, { status: 'declined', decidedBy: 'Ben' }), 'withdrawn'],
] as const)('%s', (_words, order, outcome) => {
  expect(outcomeOf(order, closings)).toBe(outcome)
})
