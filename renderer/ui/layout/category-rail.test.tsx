import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { CategoryRail } from './category-rail.tsx'

const items = [
  { id: 'drinks', label: 'Drinks', picture: 'hot-beverage' },
  { id: 'food', label: 'Food', picture: 'bread' },
] as const
type Id = (typeof items)[number]['id']

function Rail({ first }: { readonly first: Id | null }) {
  const [selected, setSelected] = useState(first)
  return <CategoryRail label="Shelves" items={items} selected={selected} onSelect={setSelected} />
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })

test('chooses by touch', async () => {
  render(<Rail first="drinks" />)
  await userEvent.click(radio('Food'))
  expect(radio('Food').checked).toBe(true)
})

test('is one stop for Tab, and moves by arrow keys', async () => {
  render(<Rail first="drinks" />)
  await userEvent.tab()
  await userEvent.keyboard('{ArrowDown}')
  expect(radio('Food').checked).toBe(true)
})

test('shows none as chosen while something else is looked at', () => {
  render(<Rail first={null} />)
  expect(screen.queryByRole('radio', { checked: true })).toBeNull()
})
