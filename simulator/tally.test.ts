import { expect, test } from 'vitest'
import { createTally, spreadOf } from './tally.ts'

test('counts who obeys the highest version, from the first that did', () => {
  let nowMs = 0
  const tally = createTally(() => nowMs)
  const [one, two] = [tally.eventsOf('sim-00001'), tally.eventsOf('sim-00002')]
  one.onObeyed(1)
  two.onObeyed(1)
  nowMs = 40
  two.onObeyed(2)
  nowMs = 90
  one.onObeyed(2)
  expect(tally.obeyed()).toEqual({ version: 2, atMs: [40, 90] })
})

test('counts who is on the line, and what was not believed as a fault', () => {
  const tally = createTally()
  const { onControl } = tally.eventsOf('sim-00001')
  onControl({ kind: 'connected' })
  onControl({ kind: 'disbelieved', reason: 'stale' })
  expect(tally.connected()).toBe(1)
  onControl({ kind: 'lost' })
  expect(tally.connected()).toBe(0)
  expect(tally.faults()).toHaveLength(1)
})

test('tells pushes that were answered from those that were sent away and those that got lost', () => {
  const tally = createTally(() => 7)
  const { onAsked } = tally.eventsOf('sim-00001')
  onAsked('GET', 'answered')
  onAsked('POST', 'busy')
  onAsked('POST', 'unreachable')
  expect(tally.answeredAtMs().size).toBe(0)
  onAsked('POST', 'answered')
  expect(tally.pushes()).toEqual({ pushes: 3, busy: 1, unanswered: 1 })
  expect(tally.answeredAtMs().get('sim-00001')).toBe(7)
})

test('tells how something is spread, by nearest rank', () => {
  const values = Array.from({ length: 200 }, (_, index) => index + 1)
  expect(spreadOf(values)).toEqual({ median: 100, p99: 198, max: 200 })
  expect(spreadOf([])).toBeNull()
})
