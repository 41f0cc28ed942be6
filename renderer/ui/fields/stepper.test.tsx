import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Stepper } from './stepper.tsx'

function show(value: number) {
  const onChange = vi.fn<(value: number) => void>()
  render(<Stepper label="Coffee" value={value} max={3} onChange={onChange} />, { wrapper: TextsForTests })
  return { onChange, user: userEvent.setup() }
}

test('says of what it counts', () => {
  show(2)
  expect(screen.getByRole('group', { name: 'Quantity: Coffee' }).textContent).toContain('2')
})

test('goes one up and one down', async () => {
  const { user, onChange } = show(2)
  await user.click(screen.getByRole('button', { name: 'One more: Coffee' }))
  await user.click(screen.getByRole('button', { name: 'One less: Coffee' }))
  expect(onChange.mock.calls).toEqual([[3], [1]])
})

test.each([
  ['stops at the most there may be', 3, 'One more: Coffee'],
  ['stops at nothing', 0, 'One less: Coffee'],
])('%s', async (_name, value, name) => {
  const { user, onChange } = show(value)
  await user.click(screen.getByRole('button', { name }))
  expect(onChange).not.toHaveBeenCalled()
})
