import { FakeBridge } from '#renderer/data/testing/fake-bridge.ts'
import { HeldClock } from '#renderer/data/testing/held-clock.ts'
import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import { everythingOpen, type OpenState } from '#shared/contracts/closure.ts'
import { act, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { createFakeKiosk } from '../stores/testing/fake-kiosk.ts'
import { CopyScreen } from './copy-screen.tsx'
import { watchCopy } from './copy-store.ts'

const noContact = { reason: 'no-contact', line: null, until: null } as const
const terminal = {
  terminalName: 'A-12',
  prisonNames: { fr: 'Prison', nl: 'Gevangenis', de: 'Anstalt', en: 'Prison' },
  timeZone: 'Europe/Brussels',
  language: 'fr',
  version: '0.1.0',
} as const
const beforeContact: OpenState = { ...everythingOpen, web: noContact }

function show() {
  const kiosk = createFakeKiosk({})
  const clock = new HeldClock()
  const onDone = vi.fn<() => void>()
  kiosk.session.setState({ terminal })
  kiosk.openState.setState({ known: beforeContact })
  kiosk.line.setState({ hasCopy: false, line: 'connected' })
  const copy = watchCopy(kiosk, new FakeBridge())
  render(
    <TextsForTests>
      <CopyScreen copy={copy.store} after={clock.after} onDone={onDone} />
    </TextsForTests>,
  )
  const come = async (what: () => void) => act(async () => what())
  return { kiosk, clock, onDone, copy, come }
}

const heading = () => screen.getByRole('heading', { level: 1 }).textContent

test('is ready only when all of it is here: the copy, the web sites and what is open', async () => {
  const { kiosk, copy, come } = show()
  await come(() => copy.viewsOpened(kiosk.shared))
  expect(heading()).toBe('This terminal is being filled')
  await come(() => kiosk.line.setState({ hasCopy: true }))
  expect(heading()).toBe('This terminal is being filled')
  await come(() => kiosk.openState.setState({ known: everythingOpen }))
  expect(heading()).toBe('Ready, also without a network')
})

test('says that it waits for the line, and goes on when it is back', async () => {
  const { kiosk, come } = show()
  await come(() => kiosk.line.setState({ line: 'no-connection' }))
  expect(screen.getByText(/^No connection to the server/)).toBeDefined()
  await come(() => kiosk.line.setState({ line: 'connected' }))
  expect(screen.queryByText(/^No connection to the server/)).toBeNull()
})

test('the sign-in comes by itself once it is ready, and not before', async () => {
  const { kiosk, clock, onDone, come } = show()
  await come(() => clock.advance(60_000))
  expect(onDone).not.toHaveBeenCalled()
  await come(() => kiosk.line.setState({ hasCopy: true }))
  await come(() => kiosk.openState.setState({ known: everythingOpen }))
  await come(() => clock.advance(30_000))
  expect(onDone).toHaveBeenCalledOnce()
})
