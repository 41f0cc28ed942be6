import { personSchema } from '#shared/contracts/person.ts'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { App } from './app.tsx'
import { createFakeKiosk } from './stores/testing/fake-kiosk.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function show() {
  const kiosk = createFakeKiosk({
    loadService: async () =>
      function Service({ onLeave }) {
        return (
          <button type="button" onClick={onLeave}>
            leave
          </button>
        )
      },
  })
  render(<App entrance={kiosk} inside={() => ({ kiosk, Places: () => null })} />)
  return kiosk
}

const clock = () => screen.getByRole('time')
const isService = () => screen.queryByRole('button', { name: 'leave' }) !== null
const pass = (ms: number) => act(async () => vi.advanceTimersByTimeAsync(ms))

test('five seconds on the clock ask for the service screen, less do not', async () => {
  show()
  fireEvent.pointerDown(clock())
  await pass(4900)
  fireEvent.pointerUp(clock())
  await pass(5000)
  expect(isService()).toBe(false)
  fireEvent.pointerDown(clock())
  await pass(5000)
  expect(isService()).toBe(true)
  fireEvent.click(screen.getByRole('button', { name: 'leave' }))
  expect(screen.queryByRole('heading', { name: 'Who is signing in?' })).not.toBeNull()
})

test('so do the keys, all of them together', async () => {
  show()
  fireEvent.keyDown(document, { code: 'KeyS', key: 'S', ctrlKey: true, altKey: true })
  await pass(0)
  expect(isService()).toBe(false)
  fireEvent.keyDown(document, { code: 'KeyS', key: 'S', ctrlKey: true, altKey: true, shiftKey: true })
  await pass(0)
  expect(isService()).toBe(true)
})

test('a sign-in takes its place, and it is not there afterwards', async () => {
  const kiosk = show()
  fireEvent.keyDown(document, { code: 'KeyS', key: 'S', ctrlKey: true, altKey: true, shiftKey: true })
  await pass(0)
  const person = personSchema.parse({
    inmateId: 'd2b1f0a4-5a65-4a4b-9a4f-2f6a1b7c8d9e',
    number: '48213',
    givenName: 'Karim',
    language: 'en',
  })
  act(() => kiosk.session.setState({ person }))
  expect(isService()).toBe(false)
  act(() => kiosk.session.setState({ person: null }))
  expect(isService()).toBe(false)
})
