import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import { resources } from '#renderer/i18n/i18n.ts'
import { WRONG_CODES_SPAN_MS } from '#shared/contracts/enrolment.ts'
import { errorCodes, type ErrorCode } from '#shared/errors/guichet-error.ts'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { failureKey } from './failure-key.ts'
import { SetUpScreen } from './set-up-screen.tsx'
import { openSetUpBench, sheetText, words, WRITTEN_CODE } from './testing/set-up-bench.ts'

function show() {
  const bench = openSetUpBench()
  render(
    <TextsForTests>
      <SetUpScreen setUp={bench.setUp} />
    </TextsForTests>,
  )
  return { ...bench, user: userEvent.setup() }
}

const button = (name: string) => screen.findByRole('button', { name })

test('from the address to the cell by keyboard, with the focus always where one goes on', async () => {
  const { user, state } = show()
  const address = await screen.findByRole('textbox', { name: 'Address of the server' })
  expect(document.activeElement).toBe(address)
  await user.keyboard('10.0.0.5{Enter}')
  const code = await screen.findByRole('textbox', { name: 'Enrolment code' })
  expect(document.activeElement).toBe(code)
  await user.keyboard('7k2mqx4d9rta{Enter}')
  const list = await screen.findByRole('list', { name: 'Words for the key of the server' })
  for (const word of words) expect(list.textContent).toContain(word)
  await user.click(await button('Yes, the same words'))
  expect((await screen.findAllByRole('definition')).map(({ textContent }) => textContent)).toEqual([
    'A-12',
    'A-12',
    'Wing A',
    'Prison of Valmont',
  ])
  await user.click(await button('Yes, this cell'))
  expect(state().isEnrolled).toBe(true)
})

test('a scanner is heard wherever the focus is, and what it typed into a field is replaced', async () => {
  const { user, state } = show()
  await screen.findByRole('textbox', { name: 'Address of the server' })
  await user.keyboard(sheetText)
  await screen.findByRole('heading', { name: 'Is this that cell?' })
  expect(state()).toMatchObject({ address: '10.0.0.5:7443', code: WRITTEN_CODE })
})

test('who typed too many wrong codes is told to wait as long as the server wants, in each language', () => {
  expect(WRONG_CODES_SPAN_MS).toBe(60_000)
  const said = Object.values(resources).map(({ setUp }) => setUp.failure.tries.text)
  for (const text of said)
    expect(text).toMatch(/^(?:Wait one minute|Attendez une minute|Wacht één minuut|Warten Sie eine Minute),? /)
  expect(new Set(said).size).toBe(4)
})

test('a failure is read out with what to do about it', async () => {
  const { user, refuse } = show()
  await screen.findByRole('textbox', { name: 'Address of the server' })
  refuse('enrolment:find-server', 'LINE_UNREACHABLE')
  await user.keyboard('10.0.0.5{Enter}')
  const alert = await screen.findByText('The server does not answer')
  expect(alert.closest('[role=alert]')?.textContent).toContain('What you typed stays here.')
  expect(await button('Try again')).toBeDefined()
})

test('the other steps stay in sight, with what was said in them', async () => {
  const { user } = show()
  await screen.findByRole('textbox', { name: 'Address of the server' })
  await user.keyboard('10.0.0.5{Enter}')
  await screen.findByRole('textbox', { name: 'Enrolment code' })
  const steps = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(steps).toEqual(['Server10.0.0.5:7443', '2Code', '3Compare'])
})

test('every code has a sentence, and those of enrolment each its own', () => {
  const codes = Object.keys(errorCodes) as ErrorCode[]
  for (const code of codes) expect(resources.en.setUp.failure[failureKey({ code })].title).not.toBe('')
  const own = codes.filter(code => code.startsWith('ENROLMENT_') && code !== 'ENROLMENT_OVER')
  expect(new Set(own.map(code => failureKey({ code }))).size).toBe(own.length)
})
