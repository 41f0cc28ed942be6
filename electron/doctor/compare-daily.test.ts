import { expect, test } from 'vitest'
import type { FilesCheck } from './collect-facts.ts'
import { createCompareDaily } from './compare-daily.ts'

const HOUR_MS = 60 * 60 * 1000

function start() {
  const state = { nowMs: 5 * HOUR_MS, files: 'whole' as FilesCheck['files'], compared: 0 }
  const compare = () => {
    state.compared += 1
    return Promise.resolve(state.files)
  }
  const ask = createCompareDaily({ compare, monotonicMs: () => state.nowMs })
  return { state, ask }
}

test('for a day the word of the start is passed on, with its age', async () => {
  const { state, ask } = start()
  state.nowMs += 23 * HOUR_MS
  expect(await ask()).toEqual({ files: 'whole', filesAgeMs: 23 * HOUR_MS })
  expect(state.compared).toBe(0)
})

test('then they are compared again, once a day', async () => {
  const { state, ask } = start()
  state.nowMs += 24 * HOUR_MS
  expect(await ask()).toEqual({ files: 'whole', filesAgeMs: 0 })
  state.nowMs += HOUR_MS
  expect(await ask()).toEqual({ files: 'whole', filesAgeMs: HOUR_MS })
  expect(state.compared).toBe(1)
})

test('a file that was changed meanwhile is told, each time, until it is whole again', async () => {
  const { state, ask } = start()
  state.nowMs += 24 * HOUR_MS
  state.files = 'changed'
  expect([(await ask()).files, (await ask()).files]).toEqual(['changed', 'changed'])
  state.files = 'whole'
  expect((await ask()).files).toBe('whole')
})
