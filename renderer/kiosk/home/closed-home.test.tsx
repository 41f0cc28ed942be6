import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { FakeKioskFacts } from '../stores/testing/fake-kiosk.ts'
import { closure, noContact, platformClosed, untilTomorrow } from '../testing/sample-closures.ts'
import { button, showScreen, whereNow } from '../testing/show-screen.tsx'
import { HomeScreen } from './home-screen.tsx'

function show(facts: FakeKioskFacts = {}) {
  return showScreen(<HomeScreen />, facts)
}

function truthOf(name: string) {
  return document.getElementById(button(name).getAttribute('aria-describedby') ?? '')?.textContent
}

const works = () => within(screen.getByRole('region', { name: 'What works' })).getAllByRole('button')

test('a tile says that it is closed and until when, and leads to why', async () => {
  const { user } = show({ openState: { canteen: untilTomorrow, medical: closure, web: noContact } })
  expect(truthOf('Canteen')).toBe('ClosedOpen again: tomorrow 18:00')
  expect(truthOf('Medical')).toBe('ClosedUntil further notice')
  expect(truthOf('Web')).toBe('ClosedWaiting for contact')
  expect(truthOf('Account')).toBe('Not yet known here')
  await user.click(button('Canteen'))
  expect(whereNow()).toBe('{"place":"canteen"}')
})

test('the platform’s closing takes the place of home and leaves one’s own records and the medical service', async () => {
  const { user } = show({ openState: { ...platformClosed, platform: { ...closure, line: 'À ce soir.' } } })
  expect(screen.getByRole('heading', { level: 1, name: 'Most services are closed for now' })).toBeDefined()
  expect(screen.getByText('À ce soir.')).toBeDefined()
  expect(works()).toHaveLength(3)
  await user.click(button('Medical'))
  expect(whereNow()).toBe('{"place":"medical"}')
})

test('closed with the rest, the medical service is not called open', () => {
  show({ openState: { ...platformClosed, medical: closure } })
  expect(screen.getByText('Is it urgent?')).toBeDefined()
  expect(works().map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('My requests'),
    expect.stringContaining('Account'),
  ])
})

test('home is there again by itself, with the focus at its beginning', () => {
  const { openStateBecomes } = show({ openState: platformClosed })
  openStateBecomes({})
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Hello Karim' }))
})

const from = '2026-03-03T21:00:00Z'
test.each([
  ['planned, on one day', 'planned', '2026-03-03T22:00:00Z', 'tomorrow, from 22:00 to about 23:00'],
  ['planned, over midnight', 'planned', '2026-03-04T01:00:00Z', 'from tomorrow 22:00 to about Wednesday 02:00'],
  ['planned without an end', 'planned', null, 'from tomorrow 22:00, how long is not known'],
  ['begun', 'begun', '2026-03-02T12:00:00Z', 'going on now, should end today 13:00'],
  ['begun without an end', 'begun', null, 'going on now'],
  ['late', 'begun', '2026-03-02T09:00:00Z', 'taking longer than planned'],
] as const)('tells of work on the prison server: %s', (_name, phase, until, when) => {
  show({ openState: { maintenance: { phase, from, until, line: null } } })
  expect(screen.getByText(`Work on the prison server: ${when}`)).toBeDefined()
  expect(screen.getByText(/^What you order or ask for is kept here/)).toBeDefined()
})
