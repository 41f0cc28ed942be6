import { expect, test } from 'vitest'
import { WRONG_CODES_SPAN_MS } from '#shared/contracts/enrolment.ts'
import { countWrongCodes, WRONG_CODES_PER_ADDRESS, type WrongCodes } from './count-wrong-codes.ts'

function begin() {
  const reported: WrongCodes[] = []
  const later: { readonly work: () => void; readonly delayMs: number }[] = []
  const counting = countWrongCodes({
    clock: () => new Date(0),
    later: (work, delayMs) => {
      later.push({ work, delayMs })
      return () => later.splice(0)
    },
    report: async wrong => void reported.push(wrong),
  })
  return { counting, reported, later }
}

test('after a minute an address begins anew, and that minute is reported once', () => {
  const { counting, reported, later } = begin()
  for (let tries = 0; tries < WRONG_CODES_PER_ADDRESS; tries += 1) counting.note('a')
  expect(() => counting.note('a')).toThrow(expect.objectContaining({ code: 'ENROLMENT_TRIES_SPENT' }))
  expect(later.map(({ delayMs }) => delayMs)).toEqual([WRONG_CODES_SPAN_MS])
  later[0]?.work()
  expect(reported).toEqual([{ since: new Date(0), count: WRONG_CODES_PER_ADDRESS + 1, addresses: 1 }])
  expect(() => counting.note('a')).not.toThrow()
})

test('what nobody did is not reported', async () => {
  const { counting, reported } = begin()
  await counting.close()
  expect(reported).toEqual([])
})

test('closing reports what there was and waits for nothing', async () => {
  const { counting, reported, later } = begin()
  counting.note('a')
  counting.note('b')
  await counting.close()
  expect(reported).toMatchObject([{ count: 2, addresses: 2 }])
  expect(later).toEqual([])
})
