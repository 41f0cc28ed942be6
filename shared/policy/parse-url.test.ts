import { expect, test } from 'vitest'
import { parseUrl } from './parse-url.ts'

test('answers alike however often it is asked', () => {
  const answers = new Set(Array.from({ length: 20_000 }, () => parseUrl('https://jo\u00ADbs.example/é')?.href))
  expect([...answers]).toEqual(['https://jobs.example/%C3%A9'])
})

test('answers nothing for what is no absolute address', () => {
  expect(parseUrl('//jobs.example/')).toBeUndefined()
})
