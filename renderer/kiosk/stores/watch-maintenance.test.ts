import { everythingOpen, type OpenState } from '#shared/contracts/closure.ts'
import { expect, test } from 'vitest'
import { createStore } from 'zustand'
import type { OpenStateHeld } from './open-state-store.ts'
import { watchMaintenance } from './watch-maintenance.ts'

const underWay = (phase: 'planned' | 'begun'): OpenState => ({
  ...everythingOpen,
  maintenance: { phase, from: '2026-11-23T10:00:00.000Z', until: null, line: null },
})

function watch(states: readonly (OpenState | undefined)[]): number {
  let times = 0
  const [first, ...rest] = states
  const store = createStore<OpenStateHeld>(() => ({ known: first, refresh: () => Promise.resolve() }))
  const stop = watchMaintenance(store, async () => {
    times += 1
  })
  for (const known of rest) store.setState({ known })
  stop()
  store.setState({ known: underWay('begun') })
  store.setState({ known: everythingOpen })
  return times
}

test.each([
  ['a maintenance that had begun is over', [everythingOpen, underWay('begun'), everythingOpen], 1],
  ['it had begun before anybody looked', [underWay('begun'), everythingOpen], 1],
  ['somebody signs out and in while it lasts', [underWay('begun'), undefined, underWay('begun')], 0],
  ['it ends while nobody is signed in', [underWay('begun'), undefined, everythingOpen], 1],
  ['one that was planned is taken back', [underWay('planned'), everythingOpen], 0],
] as const)('tells once when %s', (_name, states, times) => {
  expect(watch(states)).toBe(times)
})
