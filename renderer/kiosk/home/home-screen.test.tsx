import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import { accountSchema } from '#shared/contracts/account.ts'
import { orderWindowSchema } from '#shared/contracts/catalogue.ts'
import { noticeSchema } from '#shared/contracts/notice.ts'
import { personSchema } from '#shared/contracts/person.ts'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { NavigationProvider, useNavigation } from '../navigation-context.tsx'
import { KioskProvider } from '../stores/kiosk-context.tsx'
import { createFakeKiosk, type FakeKioskFacts } from '../stores/testing/fake-kiosk.ts'
import { HomeScreen } from './home-screen.tsx'

const person = personSchema.parse({
  inmateId: 'd2b1f0a4-5a65-4a4b-9a4f-2f6a1b7c8d9e',
  number: '48213',
  givenName: 'Karim',
  language: 'en',
})
const nowMs = Date.parse('2026-03-02T10:00:00Z')
const water = noticeSchema.parse({
  id: 'water',
  important: true,
  publishedAt: '2026-03-01T10:00:00Z',
  until: '2026-03-09T10:00:00Z',
  title: { fr: 'Eau', nl: 'Water', de: 'Wasser', en: 'Water is cut off' },
  body: { fr: '', nl: '', de: '', en: '' },
})
const week = orderWindowSchema.parse({
  id: 'week-10',
  opensAt: '2026-03-01T08:00:00Z',
  closesAt: '2026-03-03T17:00:00Z',
  lateUntil: '2026-03-04T08:00:00Z',
  deliveryDay: '2026-03-06',
  maxTotalCents: 8000,
})

function Where() {
  return <output aria-label="where">{JSON.stringify(useNavigation().route)}</output>
}

function show(facts: FakeKioskFacts = {}) {
  render(
    <TextsForTests>
      <KioskProvider kiosk={createFakeKiosk({ person, nowMs, ...facts })}>
        <NavigationProvider>
          <HomeScreen />
          <Where />
        </NavigationProvider>
      </KioskProvider>
    </TextsForTests>,
  )
  return userEvent.setup()
}

const truthOf = (name: string) => {
  const tile = screen.getByRole('button', { name })
  return document.getElementById(tile.getAttribute('aria-describedby') ?? '')?.textContent
}

test.each([
  [-320, '−3,20\u00a0€'],
  [0, '0,00\u00a0€'],
])('does not call %i cents available', (availableCents, figure) => {
  show({ account: accountSchema.parse({ inmateId: person.inmateId, availableCents, heldCents: 0 }) })
  expect(truthOf('Account')).toBe(`No money left: ${figure}`)
})

test('says until when one may order', () => {
  show({ windows: [week] })
  expect(truthOf('Canteen')).toBe('Order until tomorrow 18:00')
})

test('says from when one may order again', () => {
  show({ windows: [{ ...week, opensAt: '2026-03-05T08:00:00Z', closesAt: '2026-03-10T17:00:00Z' }] })
  expect(truthOf('Canteen')).toBe('Orders from Thursday 09:00')
})

test('says what is available, and that nothing is known while it is not', () => {
  show({ account: accountSchema.parse({ inmateId: person.inmateId, availableCents: 4820, heldCents: 0 }) })
  expect(truthOf('Account')).toBe('48,20\u00a0€ available')
})

test('says nothing about an account the prison has not sent', () => {
  show({ account: null })
  expect(truthOf('Account')).toBe('Not yet known here')
})

test.each(['no-connection', 'not-recognised'] as const)('says that the web is closed without a line: %s', line => {
  show({ line: { line }, web: { sites: [] } })
  expect(truthOf('Web')).toBe('No connection: the web is closed')
})

test.each([
  ['says that no site is open', null, 'No site is open'],
  ['does not say so where the sites could not be read', 'INTERNAL', 'Not yet known here'],
] as const)('%s', (_name, failure, truth) => {
  show({ web: { sites: [], failure } })
  expect(truthOf('Web')).toBe(truth)
})

test('says nothing about health', () => {
  show({ medicalDraft: { draft: undefined } })
  expect(truthOf('Medical')).toBe('Ask for an appointment')
})

test('goes where a tile leads', async () => {
  const user = show()
  await user.click(screen.getByRole('button', { name: 'Canteen' }))
  expect(screen.getByLabelText('where').textContent).toBe('{"place":"canteen"}')
})

test('keeps an important notice on top until it was read, and leads to it', async () => {
  const user = show({ notices: [water] })
  expect(truthOf('Notices')).toBe('1 new notice')
  await user.click(screen.getByRole('button', { name: 'Read: Water is cut off' }))
  expect(screen.getByLabelText('where').textContent).toBe('{"place":"notices","noticeId":"water"}')
})

test('does not show it again once it was read', () => {
  show({ notices: [water], noticesRead: [water.id] })
  expect(screen.queryByText(/Water is cut off/)).toBeNull()
  expect(truthOf('Notices')).toBe('Nothing new')
})

test('claims nothing before the prison has sent this terminal its copy', () => {
  show({ line: { line: 'no-connection', hasCopy: false } })
  const truths = ['Canteen', 'My requests', 'Notices', 'Account'].map(truthOf)
  expect(truths).toEqual(Array.from({ length: 4 }, () => 'Not yet known here'))
})
