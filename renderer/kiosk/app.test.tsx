import { everythingOpen, type OpenState } from '#shared/contracts/closure.ts'
import { personSchema } from '#shared/contracts/person.ts'
import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { App } from './app.tsx'
import { Places } from './places.tsx'
import type { SessionState, SignInOutcome } from './stores/session-store.ts'
import { closure, platformClosed, untilTomorrow } from './testing/sample-closures.ts'
import { createFakeKiosk, type FakeKioskFacts } from './stores/testing/fake-kiosk.ts'

const karim = personSchema.parse({
  inmateId: 'd2b1f0a4-5a65-4a4b-9a4f-2f6a1b7c8d9e',
  number: '48213',
  givenName: 'Karim',
  language: 'en',
})
const piotr = personSchema.parse({
  inmateId: 'a1b1f0a4-5a65-4a4b-9a4f-2f6a1b7c8d9e',
  number: '50044',
  givenName: 'Piotr',
  language: 'en',
})

type SignIn = SessionState['signIn']
const signedIn = { status: 'signed-in' } as const

function show(facts: FakeKioskFacts = {}, outcome: SignInOutcome = signedIn) {
  const signIn = vi.fn<SignIn>(async () => outcome)
  const kiosk = createFakeKiosk({ ...facts, session: { people: [karim, piotr], signIn, ...facts.session } })
  render(<App entrance={kiosk} inside={() => ({ kiosk, Places })} />)
  const change = (state: Partial<SessionState>) => {
    act(() => kiosk.session.setState(state))
  }
  const openStateBecomes = (open: Partial<OpenState>) =>
    act(() => kiosk.openState.setState({ known: { ...everythingOpen, ...open } }))
  return { user: userEvent.setup(), signIn, change, kiosk, openStateBecomes }
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })

test('names the people of this cell and no other', () => {
  show()
  const names = within(screen.getByRole('main'))
    .getAllByRole('button')
    .map(({ textContent }) => textContent)
  expect(names).toHaveLength(3)
  expect(names[0]).toContain('Karim')
  expect(names[1]).toContain('Piotr')
  expect(names[2]).toContain('Another number')
})

test('signs in with a name and a PIN', async () => {
  const { user, signIn } = show()
  await user.click(button(/Karim/))
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Hello Karim' }))
  await user.keyboard('4711{Enter}')
  expect(signIn).toHaveBeenCalledExactlyOnceWith({ number: '48213', pin: '4711' })
})

test('signs in with a number that is not shown, and does not say whether it exists', async () => {
  const { user, signIn } = show({}, { status: 'refused', waitUntilMs: null })
  await user.click(button(/Another number/))
  await user.keyboard('12345')
  await user.click(button('Continue'))
  expect(screen.queryByRole('heading', { name: 'Number 12345' })).not.toBeNull()
  await user.keyboard('0000')
  await user.click(button('Sign in'))
  expect(signIn).toHaveBeenCalledExactlyOnceWith({ number: '12345', pin: '0000' })
  expect(screen.getByRole('alert').textContent).toBe('Number and PIN do not match. Please try again.')
})

test('empties the PIN after a refusal and takes another', async () => {
  const { user, signIn } = show({}, { status: 'refused', waitUntilMs: null })
  await user.click(button(/Piotr/))
  await user.keyboard('1111{Enter}')
  expect(screen.getByLabelText('Enter your PIN').textContent).toContain('0 digits entered')
  await user.keyboard('2222{Enter}')
  expect(signIn).toHaveBeenCalledTimes(2)
})

test('says how long to wait and takes no PIN meanwhile', async () => {
  const nowMs = Date.parse('2026-03-02T10:00:00Z')
  const { user, signIn } = show({ nowMs, session: { people: [karim], waitUntilMs: nowMs + 12_000 } })
  await user.click(button(/Karim/))
  expect(screen.queryByText('You can try again in 12 seconds.')).not.toBeNull()
  await user.keyboard('4711{Enter}')
  expect(signIn).not.toHaveBeenCalled()
})

test('changes the language of the page by a word in that language', async () => {
  const { user } = show()
  await user.click(button('Deutsch'))
  expect(document.documentElement.lang).toBe('de')
  expect(screen.queryByRole('heading', { name: 'Wer meldet sich an?' })).not.toBeNull()
})

test('says that one can sign in without a line', () => {
  show({ line: { line: 'no-connection' } })
  expect(screen.queryByText(/You can sign in without a connection/)).not.toBeNull()
})

test('returns to the same person after the idle lock and says that the draft is kept', () => {
  const { change } = show({ person: karim })
  change({ person: null, lastEnd: 'idle' })
  expect(screen.queryByRole('heading', { name: 'Hello Karim' })).not.toBeNull()
  expect(screen.queryByText(/Your draft is kept/)).not.toBeNull()
})

test('returns to the names after signing out', () => {
  const { change } = show({ person: karim })
  change({ person: null, lastEnd: 'signed-out' })
  expect(screen.queryByRole('heading', { name: 'Who is signing in?' })).not.toBeNull()
})

test('shows who is signed in, the six places, and the way out, wherever one goes', async () => {
  const signOut = vi.fn<SessionState['signOut']>(async () => undefined)
  const { user } = show({ person: karim, session: { signOut } })
  const places = within(screen.getByRole('navigation', { name: 'Places' }))
  for (const name of ['Canteen', 'Medical', /My requests/, 'Account', /Notices/, 'Web', 'Home']) {
    await user.click(places.getByRole('button', { name }))
    expect(places.getByRole('button', { name }).getAttribute('aria-current')).toBe('page')
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
    expect(screen.queryByText('Signed in as Karim')).not.toBeNull()
  }
  await user.click(button('Sign out'))
  expect(signOut).toHaveBeenCalledTimes(1)
})

test('starts the next person at home, not where the last one was', async () => {
  const { user, change } = show({ person: karim })
  await user.click(within(screen.getByRole('navigation')).getByRole('button', { name: 'Account' }))
  change({ person: piotr })
  expect(screen.queryByRole('heading', { name: 'Hello Piotr' })).not.toBeNull()
})

test('changes the language while signed in, and puts the choices away', async () => {
  const { user } = show({ person: karim })
  await user.click(button('Language: English'))
  await user.click(within(screen.getByRole('dialog', { name: 'Language' })).getByRole('button', { name: 'Français' }))
  expect(screen.queryByRole('heading', { name: 'Bonjour Karim' })).not.toBeNull()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(button('Langue : Français'))
})

test('says at the names, in every language, that most is closed and that one can sign in', () => {
  show({ openState: { ...platformClosed, platform: untilTomorrow } })
  const banner = within(screen.getByRole('region', { name: 'Closed' }))
  expect(banner.getByText('Most services are closed. You can sign in.')).toBeDefined()
  expect(banner.getByText(/Open again: tomorrow 18:00/)).toBeDefined()
  expect(banner.getAllByRole('listitem').map(({ lang }) => lang)).toEqual(['fr', 'nl', 'de'])
})

test('reads out that most is closed to who is about to sign in', () => {
  const { openStateBecomes } = show()
  openStateBecomes(platformClosed)
  expect(document.querySelector('[aria-live="polite"]')?.textContent).toContain('Most services are closed for now.')
})

test('marks in the rail what is closed, and keeps every place where it was', () => {
  show({ person: karim, openState: { canteen: closure } })
  const places = within(screen.getByRole('navigation', { name: 'Places' })).getAllByRole('button')
  expect(places.map(({ textContent }) => textContent)).toEqual([
    'Home',
    'CanteenClosed',
    'Medical',
    'My requests',
    'Account',
    'Notices',
    'Web',
  ])
})

test('reads out what is closed and opened while somebody is there', () => {
  const { openStateBecomes } = show({ person: karim })
  const spoken = () => document.querySelector('[aria-live="polite"]')?.textContent
  openStateBecomes({ canteen: untilTomorrow })
  expect(spoken()).toBe('The canteen is closed. There are too few staff just now. Tomorrow 18:00, by itself.')
  openStateBecomes({})
  expect(spoken()).toBe('Canteen: open again.')
  openStateBecomes(platformClosed)
  expect(spoken()).toContain('Most services are closed for now.')
  openStateBecomes({})
  expect(spoken()).toBe('The services are open again.')
})
