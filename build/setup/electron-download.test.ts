import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { isRefusalFresh, rememberRefusal } from './electron-download.mjs'

const noon = new Date('2026-03-01T12:00:00Z')

test('asks where it has never been refused', () => {
  expect(isRefusalFresh(temporaryFolder(), noon)).toBe(false)
})

test('remembers a refusal for a day', () => {
  const cache = temporaryFolder()
  rememberRefusal(cache, noon)
  expect(isRefusalFresh(cache, new Date('2026-03-02T11:59:00Z'))).toBe(true)
  expect(isRefusalFresh(cache, new Date('2026-03-02T12:01:00Z'))).toBe(false)
})
