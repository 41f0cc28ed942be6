import { assert, integer, nat, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { requestIdSchema } from '#shared/contracts/ids.ts'
import { stableId, stableIdAt, stableNumber } from './stable-id.ts'

test('the id of a name is a version 8 UUID that never changes', () => {
  expect(stableId('cell:A-01')).toBe('0db3c20b-8faf-80bd-ae81-ffcc1908f37d')
  expect(stableId('cell:A-02')).not.toBe(stableId('cell:A-01'))
})

test('the id of a request carries its instant, as the contract wants it', () => {
  const id = stableIdAt('order', '2026-03-02T10:00:00.000Z')

  expect(requestIdSchema.parse(id)).toBe(id)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-03-02T10:00:00.000Z'))
  expect(stableIdAt('another order', '2026-03-02T10:00:00.000Z')).not.toBe(id)
})

test('a number stays within its bounds and does not change', () => {
  assert(
    property(string(), integer({ min: -1000, max: 1000 }), nat(1000), (name, from, span) => {
      const number = stableNumber(name, from, from + span)
      expect(number).toBeGreaterThanOrEqual(from)
      expect(number).toBeLessThanOrEqual(from + span)
      expect(stableNumber(name, from, from + span)).toBe(number)
    }),
  )
})
