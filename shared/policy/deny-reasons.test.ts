import { expect, test } from 'vitest'
import { denyReasons } from './deny-reasons.ts'

test('no two reasons share a number, and numbers have no gaps', () => {
  const numbers = Object.values(denyReasons)
  expect(numbers.toSorted((one, other) => one - other)).toEqual(Array.from(numbers, (_number, index) => index + 1))
})
