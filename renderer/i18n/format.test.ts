import { describe, expect, test } from 'vitest'
import { createFormat } from './format.ts'

const zone = 'Europe/Brussels'
const sunday = Date.parse('2026-11-22T17:30:00Z')
const english = createFormat('en', zone)

test.each(['fr', 'nl', 'de', 'en'] as const)('writes money the Belgian way in %s', language => {
  const { money } = createFormat(language, zone)
  expect(money(320)).toBe('3,20\u00a0€')
  expect(money(0)).toBe('0,00\u00a0€')
  expect(money(-5)).toBe('−0,05\u00a0€')
})

test('shows an instant in the zone of the prison, whatever the machine is set to', () => {
  expect(english.time('2026-11-22T17:30:00Z')).toBe('18:30')
  expect(english.time('2026-07-22T17:30:00Z')).toBe('19:30')
  expect(createFormat('en', 'Asia/Tokyo').time('2026-11-22T17:30:00Z')).toBe('02:30')
})

test('writes midnight as 00', () => {
  expect(english.time('2026-11-22T23:05:00Z')).toBe('00:05')
})

test('writes a calendar day without moving it', () => {
  expect(english.day('2026-11-24')).toBe('Tuesday 24 November')
  expect(createFormat('de', 'America/New_York').day('2026-11-24')).toBe('Dienstag 24. November')
})

test('writes the whole truth for a receipt', () => {
  expect(english.full('2026-11-24T17:00:00Z')).toBe('24 November 2026, 18:00')
})

test('writes dates in French as they stand in a sentence', () => {
  const french = createFormat('fr', zone)
  expect(french.relativeDay('2026-12-24', sunday)).toBe('le 24 décembre')
  expect(french.relativeDay('2026-11-24', sunday)).toBe('mardi')
  expect(french.relativeDay('2026-12-01', sunday)).toBe('le 1er décembre')
  expect(french.day('2026-12-01')).toBe('mardi 1er décembre')
  expect(french.day('2026-12-21')).toBe('lundi 21 décembre')
})

describe('relative days', () => {
  test.each([
    ['2026-11-21', 'yesterday'],
    ['2026-11-22', 'today'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-24', 'Tuesday'],
    ['2026-11-28', 'Saturday'],
    ['2026-11-29', '29 November'],
    ['2026-11-20', '20 November'],
  ])('calls %s %s', (day, words) => {
    expect(english.relativeDay(day, sunday)).toBe(words)
  })

  test('counts by the calendar of the prison, not by 24 hours', () => {
    const justBeforeMidnight = Date.parse('2026-11-22T22:59:00Z')
    expect(english.relativeDay('2026-11-22T23:01:00Z', justBeforeMidnight)).toBe('tomorrow')
  })

  test('is right on the day the clock changes', () => {
    const beforeTheChange = Date.parse('2026-10-24T21:00:00Z')
    expect(english.relativeDay('2026-10-25T22:30:00Z', beforeTheChange)).toBe('tomorrow')
  })

  test('adds the time', () => {
    expect(english.relativeDayTime('2026-11-24T17:00:00Z', sunday)).toBe('Tuesday 18:00')
    expect(createFormat('de', zone).relativeDayTime('2026-11-23T17:00:00Z', sunday)).toBe('morgen 18:00')
  })
})

test.each([
  ['2026-11-22T17:29:40Z', 'now'],
  ['2026-11-22T17:25:00Z', '5 minutes ago'],
  ['2026-11-22T15:30:00Z', '2 hours ago'],
  ['2026-11-21T15:30:00Z', 'yesterday'],
  ['2026-11-19T15:30:00Z', '3 days ago'],
  ['2026-11-22T17:31:00Z', 'now'],
])('says how long ago %s was: %s', (instant, words) => {
  expect(english.since(instant, sunday)).toBe(words)
})
