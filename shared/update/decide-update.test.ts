import { expect, test } from 'vitest'
import { decideUpdate, isQuietHour, type UpdateFacts } from './decide-update.ts'

const offered: UpdateFacts = {
  running: '0.2.0',
  offer: { version: '0.3.0', attempt: 2 },
  tried: undefined,
  failed: [],
}

test.each([
  ['nothing is offered', { offer: null }, 'nothing'],
  ['something newer is offered', {}, 'fetch'],
  ['what runs is offered', { running: '0.3.0' }, 'nothing'],
  ['something older is offered', { running: '0.4.0' }, 'nothing'],
  ['it failed in this attempt', { failed: ['0.3.0'], tried: { version: '0.3.0', attempt: 2 } }, 'nothing'],
  ['it failed, and was staged once more', { failed: ['0.3.0'], tried: { version: '0.3.0', attempt: 1 } }, 'again'],
  ['it failed, and nobody knows when', { failed: ['0.3.0'] }, 'again'],
  ['another one failed', { failed: ['0.2.9'], tried: { version: '0.2.9', attempt: 2 } }, 'fetch'],
])('where %s', (_what, changes, decision) => {
  expect(decideUpdate({ ...offered, ...changes })).toBe(decision)
})

test.each([
  [null, 13, true],
  [{ from: 1, to: 5 }, 1, true],
  [{ from: 1, to: 5 }, 5, false],
  [{ from: 22, to: 5 }, 23, true],
  [{ from: 22, to: 5 }, 4, true],
  [{ from: 22, to: 5 }, 12, false],
  [{ from: 3, to: 3 }, 3, false],
])('hours %j at %i', (hours, hour, expected) => {
  expect(isQuietHour(hours, hour)).toBe(expected)
})
