import { expect, test } from 'vitest'
import { createServerClock } from './server-clock.ts'

const at = (text: string) => Date.parse(text)
const late = 'Sun, 22 Nov 2026 10:00:00 GMT'

test('goes by its own clock until it is refused', () => {
  const clock = createServerClock(() => 1000)
  clock.observe(late)
  expect(clock.nowMs()).toBe(1000)
})

test('goes by the server once its own clock proved wrong', () => {
  const clock = createServerClock(() => 1000)
  clock.observe(late)
  expect(clock.adopt()).toBe(true)
  expect(clock.nowMs()).toBe(at('2026-11-22T10:00:00.500Z'))
})

test('does not blame its clock for a refusal when it is right', () => {
  const clock = createServerClock(() => at('2026-11-22T10:00:20Z'))
  clock.observe(late)
  expect(clock.adopt()).toBe(false)
  expect(clock.nowMs()).toBe(at('2026-11-22T10:00:20Z'))
})

test('goes by its own clock again once that is set right', () => {
  let nowMs = 1000
  const clock = createServerClock(() => nowMs)
  clock.observe(late)
  clock.adopt()
  nowMs = at('2026-11-22T10:00:01Z')
  clock.observe('Sun, 22 Nov 2026 10:00:01 GMT')
  expect(clock.nowMs()).toBe(nowMs)
})

test.each([undefined, '', 'yesterday'])('learns nothing from the date %j', date => {
  const clock = createServerClock(() => 1000)
  clock.observe(date)
  expect(clock.adopt()).toBe(false)
})
