import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { PinPad, type PinPadProps } from './pin-pad.tsx'

function show(props: Partial<PinPadProps> = {}) {
  const onSubmit = vi.fn<() => void>()
  function Pad() {
    const [value, setValue] = useState('')
    return (
      <PinPad
        label="Your PIN"
        value={value}
        onChange={setValue}
        onSubmit={onSubmit}
        submitLabel="Sign in"
        minLength={4}
        maxLength={6}
        isSecret
        {...props}
      />
    )
  }
  render(<Pad />, { wrapper: TextsForTests })
  return { onSubmit, user: userEvent.setup(), shown: screen.getByLabelText('Your PIN') }
}

test('takes digits by touch and says how many, never which', async () => {
  const { user, shown } = show()
  await user.click(screen.getByRole('button', { name: '4' }))
  await user.click(screen.getByRole('button', { name: '7' }))
  expect(shown.textContent).toContain('2 digits entered')
  expect(shown.textContent).not.toMatch(/[47]/)
})

test('takes the digits of a real keyboard, wherever the focus is', async () => {
  const { user, shown } = show()
  await user.keyboard('12a3 {Backspace}')
  expect(shown.textContent).toContain('2 digits entered')
})

test('takes no more digits than there may be', async () => {
  const { user, shown } = show()
  await user.keyboard('123456789')
  expect(shown.textContent).toContain('6 digits entered')
})

test('submits by its key and by Enter, once there are enough digits', async () => {
  const { user, onSubmit } = show()
  await user.keyboard('123{Enter}')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' }).disabled).toBe(true)
  expect(onSubmit).not.toHaveBeenCalled()
  await user.keyboard('4{Enter}')
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(onSubmit).toHaveBeenCalledTimes(2)
})

test('submits once when Enter is pressed on its own key', async () => {
  const { user, onSubmit } = show()
  await user.keyboard('1234')
  screen.getByRole('button', { name: 'Sign in' }).focus()
  await user.keyboard('{Enter}')
  expect(onSubmit).toHaveBeenCalledTimes(1)
})

test('takes nothing while one has to wait', async () => {
  const { user, shown, onSubmit } = show({ isDisabled: true })
  await user.keyboard('1234{Enter}')
  expect(shown.textContent).toContain('0 digits entered')
  expect(onSubmit).not.toHaveBeenCalled()
})

test('shows what is entered when it is no secret', async () => {
  const { user, shown } = show({ isSecret: false })
  await user.keyboard('4821')
  expect(shown.textContent).toBe('4821')
})
