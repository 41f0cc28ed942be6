import { expect, test } from 'vitest'
import { type RequestKind, type RequestState, requestStateSchema } from '#shared/contracts/request.ts'
import { evaluateStep } from './evaluate-step.ts'

test.each<[RequestKind, RequestState, RequestState, string]>([
  ['canteen', 'received', 'in-hand', 'none'],
  ['canteen', 'in-hand', 'prepared', 'none'],
  ['canteen', 'prepared', 'delivered', 'debit'],
  ['canteen', 'received', 'cancelled', 'give-back'],
  ['canteen', 'in-hand', 'cancelled', 'give-back'],
  ['canteen', 'prepared', 'cancelled', 'give-back'],
  ['medical', 'received', 'in-hand', 'none'],
  ['medical', 'received', 'cancelled', 'none'],
  ['medical', 'in-hand', 'answered', 'none'],
  ['medical', 'in-hand', 'cancelled', 'none'],
])('a %s request that is %s can be %s, settling %s', (kind, from, to, settlement) => {
  expect(evaluateStep(kind, from, to)).toEqual({ effect: 'allow', settlement })
})

const ended: readonly RequestState[] = ['delivered', 'answered', 'withdrawn', 'cancelled']
const states = requestStateSchema.options

test.each<RequestKind>(['canteen', 'medical'])('a %s request that ended takes no further step', kind => {
  for (const from of ended) for (const to of states) expect(evaluateStep(kind, from, to).effect).toBe('deny')
})

test.each<RequestKind>(['canteen', 'medical'])('nobody withdraws a %s request but its inmate', kind => {
  for (const from of states) expect(evaluateStep(kind, from, 'withdrawn').effect).toBe('deny')
})

test.each<RequestKind>(['canteen', 'medical'])('no step of a %s request repeats or goes back', kind => {
  for (const from of states) expect(evaluateStep(kind, from, from).effect).toBe('deny')
  for (const from of states) expect(evaluateStep(kind, from, 'received').effect).toBe('deny')
})

test('nothing is delivered that was not prepared', () => {
  for (const from of states.filter(state => state !== 'prepared')) {
    expect(evaluateStep('canteen', from, 'delivered').effect).toBe('deny')
  }
})
