import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import type { Language } from '#shared/contracts/language.ts'
import { fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { TextArea } from '../fields/text-area.tsx'
import { TextField } from '../fields/text-field.tsx'
import { KeyboardProvider } from './keyboard-context.tsx'
import { OnScreenKeyboard } from './on-screen-keyboard.tsx'

function Form() {
  const [letter, setLetter] = useState('')
  const [subject, setSubject] = useState('')
  return (
    <KeyboardProvider>
      <TextArea label="Letter" value={letter} onChange={setLetter} maxLength={12} />
      <TextField label="Subject" value={subject} onChange={setSubject} />
      <button type="button">Elsewhere</button>
      <OnScreenKeyboard />
    </KeyboardProvider>
  )
}

function show(language: Language = 'en') {
  render(
    <TextsForTests language={language}>
      <Form />
    </TextsForTests>,
  )
  const user = userEvent.setup()
  const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name })
  return {
    user,
    field,
    touch: (element: Element) => user.pointer([{ keys: '[TouchA]', target: element }]),
    keyboard: () => screen.queryByRole('group', { name: /Keyboard|Clavier/ }),
    press: async (...names: readonly string[]) => {
      for (const name of names) await user.click(screen.getByRole('button', { name }))
    },
  }
}

test('comes when a field is touched, and not when it is reached with a real keyboard', async () => {
  const { user, keyboard, touch, field } = show()
  await user.tab()
  await user.tab()
  expect(document.activeElement).toBe(field('Letter'))
  expect(keyboard()).toBeNull()
  await touch(field('Letter'))
  expect(keyboard()).not.toBeNull()
})

test('can be called by its button', async () => {
  const { user, keyboard, field } = show()
  const [button] = screen.getAllByRole('button', { name: 'Show the keyboard' })
  await user.click(button ?? document.body)
  expect(keyboard()).not.toBeNull()
  expect(document.activeElement).toBe(field('Letter'))
})

test('writes where the cursor is, a capital first, and leaves the focus in the field', async () => {
  const { touch, field, press } = show()
  await touch(field('Letter'))
  await press('H', 'i', 'Space', 'm')
  expect(field('Letter').value).toBe('Hi m')
  field('Letter').setSelectionRange(2, 2)
  await press('.')
  expect(field('Letter').value).toBe('Hi. m')
  expect(document.activeElement).toBe(field('Letter'))
})

test('deletes whole characters, or what is selected', async () => {
  const { touch, field, press } = show()
  await touch(field('Letter'))
  fireEvent.input(field('Letter'), { target: { value: 'ab😀' } })
  await press('Delete')
  expect(field('Letter').value).toBe('ab')
  field('Letter').setSelectionRange(0, 2)
  await press('Delete', 'Delete')
  expect(field('Letter').value).toBe('')
})

test('writes no more than the field takes', async () => {
  const { user, touch, field, press } = show()
  await touch(field('Letter'))
  await user.keyboard('twelve signs')
  await press('S')
  expect(field('Letter').value).toBe('twelve signs')
})

test('has pages for figures and for accents', async () => {
  const { touch, field, press } = show()
  await touch(field('Letter'))
  await press('123', '4', 'éñø', 'é', 'Capital letters', 'É')
  expect(field('Letter').value).toBe('4éÉ')
})

test('has a key for a new line in a long text only', async () => {
  const { touch, field, press } = show()
  await touch(field('Letter'))
  await press('A', 'New line', 'b')
  expect(field('Letter').value).toBe('A\nb')
  await touch(field('Subject'))
  expect(screen.queryByRole('button', { name: 'New line' })).toBeNull()
})

test('follows to the next field and goes when the focus is elsewhere', async () => {
  const { touch, field, press, keyboard, user } = show()
  await touch(field('Letter'))
  await touch(field('Subject'))
  await press('S')
  expect(field('Subject').value).toBe('S')
  await user.click(screen.getByRole('button', { name: 'Elsewhere' }))
  await expect.poll(keyboard).toBeNull()
})

test('stays under a finger until the press has landed', async () => {
  const { touch, field, keyboard } = show()
  await touch(field('Letter'))
  const elsewhere = screen.getByRole('button', { name: 'Elsewhere' })
  fireEvent.pointerDown(elsewhere, { pointerType: 'touch' })
  elsewhere.focus()
  await new Promise(resolve => {
    setTimeout(resolve)
  })
  expect(keyboard()).not.toBeNull()
  fireEvent.pointerUp(elsewhere, { pointerType: 'touch' })
  await expect.poll(keyboard).toBeNull()
})

test('goes when it is told to', async () => {
  const { touch, field, press, keyboard } = show()
  await touch(field('Letter'))
  await press('Hide')
  expect(keyboard()).toBeNull()
})

test('is AZERTY in French', async () => {
  const { touch, field, keyboard } = show('fr')
  await touch(field('Letter'))
  const keys = within(keyboard() ?? document.body).getAllByRole('button')
  expect(keys.slice(0, 6).map(key => key.textContent)).toEqual(Array.from('AZERTY'))
})
