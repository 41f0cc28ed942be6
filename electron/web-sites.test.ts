import type { WebPolicy } from '#shared/policy/web-policy.ts'
import { expect, test } from 'vitest'
import { createPrisonDay, listSites, prisonDay } from './web-sites.ts'

const site = (id: string, notAfter?: string): WebPolicy['sites'][number] => ({
  id,
  name: { fr: `Le ${id}` },
  start: `https://${id}.example:8443/start`,
  rules: [],
  ...(notAfter !== undefined && { notAfter }),
})
const policy: WebPolicy = { version: 1, sites: [site('vdab'), site('fair', '2026-11-22')] }

test('offers every site of the policy, with where it is', () => {
  expect(listSites(policy, '2026-11-22')).toEqual([
    { id: 'vdab', names: { fr: 'Le vdab' }, host: 'vdab.example:8443' },
    { id: 'fair', names: { fr: 'Le fair' }, host: 'fair.example:8443' },
  ])
})

test.each([['2026-11-23'], [undefined]])('does not offer a site after its last day: %s', today => {
  expect(listSites(policy, today).map(({ id }) => id)).toEqual(['vdab'])
})

test('offers nothing without a policy', () => {
  expect(listSites(undefined, '2026-11-22')).toEqual([])
})

test('the day changes with its first minute', () => {
  let at = '2026-11-22T22:59:59.999Z'
  const today = createPrisonDay('Europe/Brussels', () => new Date(at))
  expect(today()).toBe('2026-11-22')
  at = '2026-11-22T23:00:00.000Z'
  expect(today()).toBe('2026-11-23')
})

test.each([
  ['Europe/Brussels', '2026-11-21T23:30:00Z', '2026-11-22'],
  ['UTC', '2026-11-21T23:30:00Z', '2026-11-21'],
  ['Europe/Brussels', '2026-01-05T10:00:00Z', '2026-01-05'],
  ['Nowhere/Land', '2026-01-05T10:00:00Z', undefined],
])('in %s at %s it is %s', (timeZone, now, day) => {
  expect(prisonDay(timeZone, new Date(now))).toBe(day)
})
