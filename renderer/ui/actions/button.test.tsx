import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Button } from './button.tsx'

test('takes no second press while the first is under way, keeps the focus, and says so', async () => {
  const onPress = vi.fn<() => void>()
  const { rerender } = render(<Button onPress={onPress}>Confirm</Button>, { wrapper: TextsForTests })
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Confirm' }))
  rerender(
    <Button onPress={onPress} isPending>
      Confirm
    </Button>,
  )
  const pending = screen.getByRole('button', { name: 'One moment' })
  await user.click(pending)
  expect(onPress).toHaveBeenCalledTimes(1)
  expect(document.activeElement).toBe(pending)
  expect(pending.getAttribute('aria-busy')).toBe('true')
})
