import { expect, test } from 'vitest'
import { writeUnit } from './write-unit.ts'

const inEnglish = (count: number) => `${count} pieces`

test.each([
  ['counts pieces in words', '80 ×', '80 pieces'],
  ['counts them behind a size', 'A4, 80 ×', 'A4, 80 pieces'],
  ['leaves a measure as it is', '500 g', '500 g'],
  ['leaves a count of measures as it is', '6 × 33 cl', '6 × 33 cl'],
  ['leaves a count of sizes as it is', '10 × A4', '10 × A4'],
  ['leaves what it does not know as it is', '', ''],
])('%s', (_name, unit, words) => {
  expect(writeUnit(unit, inEnglish)).toBe(words)
})
