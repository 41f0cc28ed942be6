import { expect, test } from 'vitest'
import { bounds, openTestView } from './testing/open-test-view.ts'

test('a fence is there before the page, goes where the page goes, and ends with it', async () => {
  const { view, fence } = openTestView()
  expect(fence.told[0]).toBe('around 80, 0 pages')
  view.place({ ...bounds, y: 120 }, true)
  expect(fence.told.at(-1)).toBe('around 120')
  await view.close()
  expect(fence.told.at(-1)).toBe('gone')
})

test('a page that is made anew keeps the fence', () => {
  const { page, panes, fence } = openTestView()
  page().emit('render-process-gone', {}, { reason: 'crashed' })
  expect(panes).toHaveLength(2)
  expect(fence.told.filter(told => told.endsWith('pages'))).toHaveLength(1)
})

test('a visit whose fence is lost is over', async () => {
  const { fence, log, closed, settle } = openTestView()
  fence.lose?.()
  await settle()
  expect(log.at(-1)).toBe('closed')
  expect(closed).toEqual([1])
})
