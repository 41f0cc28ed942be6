import { expect, test } from 'vitest'
import { assertFilesFor, readFileLimit } from './open-files.ts'

const limits = (open: string) =>
  `Limit  Soft Limit  Hard Limit  Units\nMax open files            ${open}    20000    files\n`

test.each([
  ['1024', 1024],
  ['unlimited', Infinity],
])('reads how many files may be open: %s', (open, limit) => {
  expect(readFileLimit(limits(open))).toBe(limit)
})

test('knows nothing where the system says nothing', () => {
  expect(readFileLimit('')).toBeUndefined()
})

test('says plainly how many files it needs, before anything is enrolled', () => {
  expect(() => {
    assertFilesFor(1000, true, 1024)
  }).toThrow('1000 terminals need 2100 open files here, and 1024 are allowed.')
  for (const [count, hasQueue, limit] of [
    [1000, true, 2100],
    [10_000, false, 20_000],
  ] as const) {
    expect(() => {
      assertFilesFor(count, hasQueue, limit)
    }).not.toThrow()
  }
})
