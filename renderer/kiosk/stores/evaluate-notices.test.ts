import { aNotice } from '#renderer/data/testing/sample-rows.ts'
import { expect, test } from 'vitest'
import { evaluateNotices } from './evaluate-notices.ts'

const nowMs = Date.parse('2026-03-02T10:00:00Z')
const visits = aNotice('visits', { publishedAt: '2026-03-01T08:00:00.000Z' })
const water = aNotice('water', { publishedAt: '2026-03-02T08:00:00.000Z', important: true })

test('shows the newest first, and counts what was not read', () => {
  const view = evaluateNotices([visits, water], new Set([visits.id]), nowMs)
  expect(view.notices.map(({ id, isRead }) => [id, isRead])).toEqual([
    ['water', false],
    ['visits', true],
  ])
  expect(view.unreadCount).toBe(1)
})

test('an important one presses until it was read', () => {
  expect(evaluateNotices([visits, water], new Set(), nowMs).pressing?.id).toBe('water')
  expect(evaluateNotices([visits, water], new Set([water.id]), nowMs).pressing).toBeNull()
})

test.each([
  ['not published yet', { publishedAt: '2026-03-03T00:00:00.000Z' }],
  ['over', { until: '2026-03-02T00:00:00.000Z' }],
])('leaves out what is %s', (_when, changes) => {
  expect(evaluateNotices([aNotice('other', changes)], new Set(), nowMs).notices).toEqual([])
})
