import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pinSchema } from '#shared/contracts/ids.ts'
import { makePin } from './make-pin.ts'

const chance = (digits: readonly number[]) => {
  const left = [...digits]
  return () => left.shift() ?? Math.floor(Math.random() * 10)
}

test('a PIN is one that terminals take', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }), digits => {
      expect(pinSchema.safeParse(makePin(chance(digits))).success).toBe(true)
    }),
  )
})

test.each(['000000', '777777', '123456', '987654', '012345'])('%s is never one', obvious => {
  expect(makePin(chance([...Array.from(obvious, Number), 4, 7, 1, 1, 0, 2]))).toBe('471102')
})
