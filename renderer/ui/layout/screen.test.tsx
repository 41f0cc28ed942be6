import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { KeyboardProvider } from '../keyboard/keyboard-context.tsx'
import { Screen } from './screen.tsx'

test('lets the keys reach what is only to be read', async () => {
  render(
    <KeyboardProvider>
      <Screen isReading>
        <p>A long notice</p>
      </Screen>
    </KeyboardProvider>,
  )
  await userEvent.tab()
  expect(document.activeElement?.contains(screen.getByText('A long notice'))).toBe(true)
  expect(document.activeElement).not.toBe(document.body)
})

test('does not stop the keys where there are buttons', async () => {
  render(
    <KeyboardProvider>
      <Screen>
        <button type="button">Go on</button>
      </Screen>
    </KeyboardProvider>,
  )
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Go on' }))
})
