import { medicalContentSchema } from '#shared/medical/medical-content.ts'
import { screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { KioskActions } from '../stores/kiosk-actions.ts'
import type { FakeKioskFacts } from '../stores/testing/fake-kiosk.ts'
import { medicalRequest, receivedRequest } from '../testing/sample-requests.ts'
import { button, showScreen, whereNow } from '../testing/show-screen.tsx'
import { MedicalScreen } from './medical-screen.tsx'

type Confirm = KioskActions['confirmMedical']
const content = { service: 'dentist', sinceWhen: 'some-days', howBad: 4, text: 'It hurts.' } as const
const draftAt = (step: number) => ({ draft: { operationId: medicalRequest.id, step, content } })
const choose = (name: string) => screen.getByRole('radio', { name })
const title = () => screen.getByRole('heading', { level: 1 }).textContent

function show(facts: FakeKioskFacts = {}) {
  return showScreen(<MedicalScreen />, facts)
}

/** As the real one: what is recorded takes its draft along. */
function showAtReview(facts: FakeKioskFacts = {}) {
  const confirmMedical = vi.fn<Confirm>(async () => {
    shown.kiosk.medicalDraft.setState({ draft: null })
    return { status: 'recorded', operationId: medicalRequest.id }
  })
  const shown = show({ medicalDraft: draftAt(4), actions: { confirmMedical }, ...facts })
  return { ...shown, confirmMedical }
}

test('says what to do when it is urgent and who can read it before it asks anything', () => {
  show()
  expect(screen.getByText('Is it urgent?')).toBeDefined()
  expect(screen.getByText('Only the medical service can read this.')).toBeDefined()
  expect(screen.getAllByRole('radio')).toHaveLength(5)
})

test('goes no further before a question is answered, and not by answering it', async () => {
  const { user } = show()
  expect(button('Next').disabled).toBe(true)

  await user.click(choose('Dentist'))

  expect(title()).toBe('Medical')
  await user.click(button('Next'))
  expect(title()).toBe('Since when?')
  expect(button('Next').disabled).toBe(true)
})

test('leads from the first question to the receipt and records once what was answered', async () => {
  const confirmMedical = vi.fn<Confirm>(async () => ({ status: 'recorded', operationId: medicalRequest.id }))
  const { user } = show({ actions: { confirmMedical } })
  for (const name of ['Dentist', 'A few days', 'Very bad']) {
    await user.click(choose(name))
    await user.click(button('Next'))
  }
  await user.type(screen.getByRole('textbox'), ' It hurts. ')
  await user.click(button('Next'))
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Is this right?' }))

  await user.dblClick(button('Ask for an appointment'))

  expect(confirmMedical).toHaveBeenCalledTimes(1)
  const sent = medicalContentSchema.parse(confirmMedical.mock.calls[0]?.[0])
  expect(sent).toMatchObject({ ...content, language: 'en', version: 1 })
})

test('is answered with the arrow keys alone', async () => {
  const { user } = show()
  choose('Doctor').focus()
  await user.keyboard('[ArrowRight][ArrowRight][Tab][Enter]')
  expect(title()).toBe('Since when?')
})

test('goes back without losing an answer', async () => {
  const { user } = show({ medicalDraft: draftAt(2) })
  await user.click(button('Back'))
  expect(choose('A few days')).toHaveProperty('checked', true)
})

test('returns to the review from an answer that was changed there', async () => {
  const { user } = showAtReview()
  await user.click(button('Change: Since when'))
  await user.click(choose('Longer'))
  await user.click(button('Next'))
  expect(title()).toBe('Is this right?')
  expect(screen.getByText('Longer')).toBeDefined()
})

test('sends a form begun without an answer to the question that lacks it', async () => {
  const { service, howBad } = content
  const draft = { operationId: medicalRequest.id, step: 4, content: { service, howBad } }
  const { user, confirmMedical } = showAtReview({ medicalDraft: { draft } })
  await user.click(button('Ask for an appointment'))
  expect(confirmMedical).not.toHaveBeenCalled()
  expect(title()).toBe('Since when?')
})

test('keeps the answers and says so where it could not be recorded', async () => {
  const confirmMedical = async () => ({ status: 'not-recorded', code: 'JOURNAL_FULL' }) as const
  const { user } = show({ medicalDraft: draftAt(4), actions: { confirmMedical } })
  await user.click(button('Ask for an appointment'))
  expect(screen.getByRole('alert').textContent).toContain('Your answers are still here.')
  expect(screen.getByText('It hurts.')).toBeDefined()
  expect(button('Ask for an appointment').getAttribute('aria-disabled')).toBeNull()
})

test('says that it is kept here while there is no line', () => {
  showAtReview({ line: { line: 'no-connection' } })
  expect(screen.getByText(/will be kept here and sent by itself/)).toBeDefined()
})

test('asks before it starts over, and keeps everything unless told to', async () => {
  const { user, kiosk } = show({ medicalDraft: draftAt(2) })
  await user.click(button('Start over'))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Keep it' }))
  expect(kiosk.medicalDraft.getState().draft?.content).toEqual(content)

  await user.click(button('Start over'))
  await user.click(button('Delete and start over'))

  expect(kiosk.medicalDraft.getState().draft).toBeNull()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(button('Next').disabled).toBe(true)
})

test('the receipt tells the truth as it changes', async () => {
  const { user, requestsBecome } = showAtReview({ requests: [medicalRequest] })
  await user.click(button('Ask for an appointment'))
  expect(title()).toBe('Your request is recorded on this terminal')
  expect(screen.getByText('Recorded here')).toBeDefined()
  expect(screen.getByText('Number 7F3A-91C2')).toBeDefined()

  requestsBecome([receivedRequest])

  expect(title()).toBe('The prison has received your request')
  expect(screen.getByText('The medical service has it. You will have an answer by Wednesday.')).toBeDefined()
})

test('the receipt leads to the request, and to another form', async () => {
  const { user } = showAtReview({ requests: [medicalRequest] })
  await user.click(button('Ask for an appointment'))
  await user.click(button('See my requests'))
  expect(whereNow()).toBe(JSON.stringify({ place: 'requests', requestId: medicalRequest.id }))
  await user.click(button('Ask for something else'))
  expect(button('Next').disabled).toBe(true)
})

test('asks nothing while it is not known whether a form was begun', () => {
  show({ medicalDraft: { draft: undefined } })
  expect(screen.getByLabelText('Loading')).toBeDefined()
  expect(screen.queryByRole('radio')).toBeNull()
})
