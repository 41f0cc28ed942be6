import { expect, test } from 'vitest'
import { groupCode } from './group-code.ts'

test.each([
  ['7k2m', '7K2M'],
  ['7K2Mq', '7K2M-Q'],
  ['7K2M-', '7K2M'],
  ['7k2m qx4d–9rta', '7K2M-QX4D-9RTA'],
  ['oOiIlL', '0011-11'],
  ['', ''],
])('%j is shown as %j', (typed, shown) => {
  expect(groupCode(typed)).toBe(shown)
})

test('what a scanner is typing is left as it is', () => {
  expect(groupCode('GUICHET:1:10.0.0.5:')).toBe('GUICHET:1:10.0.0.5:')
})
