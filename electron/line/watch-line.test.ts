import { expect, test } from 'vitest'
import { createLineWatch } from './watch-line.ts'

test('tells once that the line is back, whatever the first answer says', () => {
  const watch = createLineWatch()
  let backs = 0
  watch.onBack(() => (backs += 1))
  for (const status of ['answered', 'busy', 'unreachable', 'unreachable'] as const) watch.note(status)
  expect(backs).toBe(0)
  watch.note('busy')
  expect(backs).toBe(1)
  for (const status of ['answered', 'refused', 'unreachable', 'answered'] as const) watch.note(status)
  expect(backs).toBe(2)
})
