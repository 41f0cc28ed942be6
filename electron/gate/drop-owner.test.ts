import { expect, test } from 'vitest'
import { createFakeContents } from './testing/fake-pane.ts'
import { openTestView } from './testing/open-test-view.ts'
import { dropOwner } from './drop-owner.ts'

test('a page that is in the window belongs to no window', () => {
  const { page } = openTestView()
  expect(page().told).toContain('belongs to null')
})

test('a page that is made anew belongs to none either', () => {
  const { page, panes } = openTestView()
  page().emit('render-process-gone', {}, { reason: 'crashed' })
  expect(panes).toHaveLength(2)
  expect(page().told).toContain('belongs to null')
})

test('where Electron has no such method any more, this is told', () => {
  const { contents } = createFakeContents()
  Reflect.deleteProperty(contents, '_setOwnerWindow')
  expect(dropOwner(contents)).toBe(false)
})
