import { expect, test } from 'vitest'
import { gatewayRefusal } from './gateway-refusal.ts'

const page = (responseHeaders: Record<string, string[]>) => ({ resourceType: 'mainFrame', responseHeaders })

test('a page that the gateway refused is told with its reason', () => {
  expect(gatewayRefusal(page({ 'Guichet-Refused': ['budget-spent'] }))).toBe('budget-spent')
})

test('a reason this terminal does not know is a refusal all the same', () => {
  expect(gatewayRefusal(page({ 'guichet-refused': ['something-newer'] }))).toBe('gate-failed')
  expect(gatewayRefusal(page({ 'guichet-refused': ['toString'] }))).toBe('gate-failed')
})

test('a page that came is none, and a part that was refused is not told', () => {
  expect(gatewayRefusal(page({ 'Content-Type': ['text/html'] }))).toBeUndefined()
  expect(gatewayRefusal({ resourceType: 'mainFrame' })).toBeUndefined()
  expect(
    gatewayRefusal({ resourceType: 'image', responseHeaders: { 'guichet-refused': ['path-not-listed'] } }),
  ).toBeUndefined()
})
