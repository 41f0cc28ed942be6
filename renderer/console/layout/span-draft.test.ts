import { expect, test } from 'vitest'
import { openSpan, readSpan } from './span-draft.ts'

const zone = 'Europe/Brussels'
const now = Date.parse('2026-11-23T10:00:20Z')

test('from now on, until a warden reopens it', () => {
  expect(readSpan(openSpan, zone, now)).toEqual({ from: null, until: null })
})

test('for an hour, to the full minute', () => {
  const span = readSpan({ ...openSpan, ends: 'hour' }, zone, now)
  expect(span).toEqual({ from: null, until: '2026-11-23T11:01:00.000Z' })
})

test('an hour counts from when it begins', () => {
  const span = readSpan({ ...openSpan, begins: 'later', from: '2026-11-24T08:00', ends: 'hour' }, zone, now)
  expect(span).toEqual({ from: '2026-11-24T07:00:00.000Z', until: '2026-11-24T08:00:00.000Z' })
})

test.each([
  ['an end that has passed', { ...openSpan, ends: 'set', until: '2026-11-23T10:30' }, 'past'],
  [
    'an end before its beginning',
    { begins: 'later', from: '2026-11-24T10:30', ends: 'set', until: '2026-11-24T09:30' },
    'past',
  ],
  ['a beginning that is not said yet', { ...openSpan, begins: 'later' }, undefined],
] as const)('refuses %s', (_name, draft, answer) => {
  expect(readSpan(draft, zone, now)).toBe(answer)
})
