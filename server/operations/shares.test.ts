import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createShares } from './shares.ts'

test('one who holds its share is sent away until it has less, and nobody else is', async () => {
  const shares = createShares<string>(10)
  let finish: (result: string) => void = () => undefined
  const first = new Promise<string>(resolve => {
    finish = resolve
  })
  const held = shares.take('a', 7, () => first)
  await expect(shares.take('a', 4, () => Promise.resolve('b'))).rejects.toMatchObject({ code: 'SERVER_BUSY' })
  expect(await shares.take('b', 10, () => Promise.resolve('other'))).toBe('other')
  finish('done')
  expect(await held).toBe('done')
  expect(await shares.take('a', 10, () => Promise.resolve('again'))).toBe('again')
})

test('a share is given back whatever comes of the work', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ amount: fc.integer({ min: 1, max: 5 }), fails: fc.boolean() })),
      async all => {
        const shares = createShares<string>(5)
        for (const { amount, fails } of all) {
          const work = () => (fails ? Promise.reject(new Error('away')) : Promise.resolve('done'))
          const [end] = await Promise.allSettled([shares.take('a', amount, work)])
          expect(end.status).toBe(fails ? 'rejected' : 'fulfilled')
        }
        expect(await shares.take('a', 5, () => Promise.resolve('whole'))).toBe('whole')
      },
    ),
  )
})
