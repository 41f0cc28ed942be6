import { expect, test } from 'vitest'
import { PAGE_BYTES } from '#shared/journal/file-header.ts'
import { endOfFresh } from './compaction.ts'
import { headroomBytes } from './append-queue.ts'
import { capacityFor } from './start-writer.ts'
import { operation } from '#shared/journal/testing/sample-records.ts'

const none = Buffer.alloc(0)

test.each([
  ['what is asked for', 20, none, 20],
  ['whole pages', 19.3, none, 20],
  ['no less than a file already has', 20, Buffer.alloc(30 * PAGE_BYTES), 30],
])('a journal takes %s', (_name, wantedPages, file, pages) => {
  expect(capacityFor(wantedPages * PAGE_BYTES, [none, file], [])).toBe(pages * PAGE_BYTES)
})

test('records that two damaged files give back together fit, with room to settle them', () => {
  const records = Array.from({ length: 500 }, (_value, n) => ({ seq: n, at: '', ...operation(n, 'x'.repeat(900)) }))
  const capacity = capacityFor(20 * PAGE_BYTES, [none, none], records)
  expect(capacity - endOfFresh(records)).toBeGreaterThan(headroomBytes('settled', capacity))
})
