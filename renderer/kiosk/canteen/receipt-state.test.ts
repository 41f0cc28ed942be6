import { expect, test } from 'vitest'
import { evaluateReceipt } from './receipt-state.ts'

const at = (standing: Parameters<typeof evaluateReceipt>[0]['standing']) =>
  evaluateReceipt({ standing, isPriceRise: false, isConnected: true })

test.each([
  ['recorded', 'recorded', 1],
  ['sent', 'sent', 1],
  ['received', 'received', 2],
  ['in-hand', 'inHand', 2],
  ['prepared', 'prepared', 3],
  ['delivered', 'delivered', 4],
  ['cancelled', 'cancelled', null],
  ['needs-you', 'parked', null],
] as const)('an order that is %s reads so', (standing, title, stepsDone) => {
  expect(at(standing)).toMatchObject({ title, stepsDone })
})

test('says received of nothing the prison has not received', () => {
  expect([at('recorded').tone, at('sent').tone]).toEqual(['recorded', 'underway'])
})

test('says without a connection that it is sent later', () => {
  expect(evaluateReceipt({ standing: 'recorded', isPriceRise: false, isConnected: false }).text).toBe('recordedOffline')
})

test('a price that rose is a question, not a refusal', () => {
  expect(evaluateReceipt({ standing: 'needs-you', isPriceRise: true, isConnected: true }).title).toBe('asked')
})
