import { type Closure, everythingOpen } from '#shared/contracts/closure.ts'
import { expect, test } from 'vitest'
import { evaluateClosure, evaluateSiteClosure, isWorkedOn } from './evaluate-closure.ts'

const closure: Closure = { reason: 'safety', line: null, until: null }
const other: Closure = { reason: 'misuse', line: null, until: null }
const all = { platform: closure, web: closure, canteen: closure, medical: closure, notices: closure, requests: closure }
const nowMs = Date.parse('2026-03-02T10:00:00Z')

test.each(['home', 'canteen', 'medical', 'notices', 'web'] as const)('%s is closed when it is said to be', place => {
  expect(evaluateClosure({ ...everythingOpen, ...all }, place)).toBe(closure)
  expect(evaluateClosure(everythingOpen, place)).toBeNull()
})

test.each(['requests', 'account'] as const)('one’s own %s is never closed', place => {
  expect(evaluateClosure({ ...everythingOpen, ...all }, place)).toBeNull()
})

test('nothing is called closed while nothing is known', () => {
  expect(evaluateClosure(undefined, 'web')).toBeNull()
  expect(evaluateSiteClosure(undefined, 'jobs')).toBeNull()
})

test('a site is closed by itself, or with the web', () => {
  const known = { ...everythingOpen, sites: { jobs: other } }
  expect(evaluateSiteClosure(known, 'jobs')).toBe(other)
  expect(evaluateSiteClosure(known, 'library')).toBeNull()
  expect(evaluateSiteClosure({ ...known, web: closure }, 'jobs')).toBe(closure)
})

test('a site that is called like something every object has is open', () => {
  expect(evaluateSiteClosure(everythingOpen, 'constructor')).toBeNull()
})

test.each([
  ['planned work is not work yet', 'planned', null, true, false],
  ['work that has begun is', 'begun', null, true, true],
  ['with a line, past its planned end it still is', 'begun', '2026-03-02T09:00:00Z', true, true],
  ['cut off, before its planned end it still is', 'begun', '2026-03-02T11:00:00Z', false, true],
  ['cut off, past its planned end nobody here knows', 'begun', '2026-03-02T09:00:00Z', false, false],
] as const)('%s', (...row) => {
  const [, phase, until, hasLine, expected] = row
  const maintenance = { phase, from: '2026-03-02T08:00:00Z', until, line: null }
  expect(isWorkedOn({ ...everythingOpen, maintenance }, { hasLine, nowMs })).toBe(expected)
})
