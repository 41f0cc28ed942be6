import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import type { OpenState } from '#shared/contracts/closure.ts'
import { personSchema } from '#shared/contracts/person.ts'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { KioskProvider } from '../stores/kiosk-context.tsx'
import type { LineState } from '../stores/line-store.ts'
import { createFakeKiosk } from '../stores/testing/fake-kiosk.ts'
import { LineIndicator } from './line-indicator.tsx'

const person = personSchema.parse({
  inmateId: 'd2b1f0a4-5a65-4a4b-9a4f-2f6a1b7c8d9e',
  number: '48213',
  givenName: 'Karim',
  language: 'en',
})

function show(line: Partial<LineState>, openState: Partial<OpenState> = {}) {
  const kiosk = createFakeKiosk({
    person,
    line,
    openState,
    session: {
      terminal: {
        terminalName: 'B-214',
        prisonNames: { fr: 'Haren', nl: 'Haren', de: 'Haren', en: 'Haren' },
        timeZone: 'Europe/Brussels',
        language: 'en',
        version: '1.0.0',
      },
    },
  })
  render(
    <KioskProvider kiosk={kiosk}>
      <LineIndicator />
    </KioskProvider>,
    { wrapper: TextsForTests },
  )
  return { user: userEvent.setup(), kiosk }
}

async function openPanel(line: Partial<LineState>) {
  const { user } = show(line)
  await user.click(screen.getByRole('button'))
  return within(screen.getByRole('dialog', { name: 'Connection' }))
}

test('says in a word that there is a line', () => {
  show({ line: 'connected' })
  expect(screen.getByRole('button', { name: 'Connected' }).getAttribute('aria-expanded')).toBe('false')
})

test('says that everything is kept while there is none', () => {
  show({ line: 'no-connection' })
  expect(screen.queryByRole('button', { name: 'No connection: everything is kept here' })).not.toBeNull()
})

test('tells what waits, when the prison was last heard, and which terminal this is', async () => {
  const panel = await openPanel({ line: 'no-connection', waiting: 2, lastContactAt: '2020-01-01T00:00:00Z' })
  expect(panel.queryByText('2 requests are kept here and wait to be sent.')).not.toBeNull()
  expect(panel.queryByText(/you confirm is kept on this terminal and sent later/)).not.toBeNull()
  expect(panel.queryByText(/ago$/)).not.toBeNull()
  expect(panel.queryByText('Terminal B-214')).not.toBeNull()
})

test('says that nothing waits, and that there was no contact yet', async () => {
  const panel = await openPanel({ line: 'starting' })
  expect(panel.queryByText('Nothing waits to be sent.')).not.toBeNull()
  expect(panel.queryByText('none yet')).not.toBeNull()
})

test('sends to a member of staff when the server does not know the terminal', async () => {
  const panel = await openPanel({ line: 'not-recognised' })
  expect(panel.queryByText(/Please tell a member of staff/)).not.toBeNull()
})

test('says that room is short, and that what is confirmed is still kept', async () => {
  const panel = await openPanel({ isDegraded: true })
  expect(panel.queryByText(/short of room. What you confirm is still kept/)).not.toBeNull()
})

test('says that the prison server is worked on, until when, and that everything is kept', async () => {
  const maintenance = {
    phase: 'begun',
    from: '2026-03-02T08:00:00Z',
    until: '2026-03-02T12:00:00Z',
    line: 'À 13 h.',
  } as const
  const { user } = show({ doing: 'waiting' }, { maintenance })
  await user.click(screen.getByRole('button', { name: 'Work on the server: everything is kept here' }))
  const panel = within(screen.getByRole('dialog', { name: 'Connection' }))
  expect(panel.getByText('Work on the prison server: going on now, should end today 13:00')).toBeDefined()
  expect(panel.getByText('À 13 h.')).toBeDefined()
})
