import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { useIsCovered } from './overlay-presence.ts'
import { Panel } from './panel.tsx'

function Page() {
  const isCovered = useIsCovered()
  return (
    <>
      <Panel
        label="Details"
        renderTrigger={({ ref, isExpanded, controls, onPress }) => (
          <button ref={ref} type="button" aria-expanded={isExpanded} aria-controls={controls} onClick={onPress}>
            Open
          </button>
        )}
      >
        <button type="button">Inside</button>
      </Panel>
      <p>{isCovered ? 'covered' : 'free'}</p>
    </>
  )
}

function show() {
  render(<Page />)
  return { user: userEvent.setup(), button: screen.getByRole('button', { name: 'Open' }) }
}

const panel = () => screen.queryByRole('dialog', { name: 'Details' })

test('opens and closes by its button, which says so', async () => {
  const { user, button } = show()
  await user.click(button)
  expect(panel()).not.toBeNull()
  expect(button.getAttribute('aria-expanded')).toBe('true')
  await user.click(button)
  expect(panel()).toBeNull()
})

test('closes by Escape and gives the focus back', async () => {
  const { user, button } = show()
  await user.click(button)
  await user.click(screen.getByRole('button', { name: 'Inside' }))
  await user.keyboard('{Escape}')
  expect(panel()).toBeNull()
  expect(document.activeElement).toBe(button)
})

test('closes by a press elsewhere', async () => {
  const { user, button } = show()
  await user.click(button)
  await user.click(document.body)
  expect(panel()).toBeNull()
})

test('says that it lies over the screen, while it does', async () => {
  const { user, button } = show()
  expect(screen.queryByText('free')).not.toBeNull()
  await user.click(button)
  expect(screen.queryByText('covered')).not.toBeNull()
  await user.keyboard('{Escape}')
  expect(screen.queryByText('free')).not.toBeNull()
})
