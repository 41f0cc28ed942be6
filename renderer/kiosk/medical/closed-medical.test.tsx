import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ConfirmOutcome } from '../stores/kiosk-actions.ts'
import type { FakeKioskFacts } from '../stores/testing/fake-kiosk.ts'
import { heldOutcome } from '../testing/held-outcome.ts'
import { closure } from '../testing/sample-closures.ts'
import { medicalRequest } from '../testing/sample-requests.ts'
import { button, showScreen } from '../testing/show-screen.tsx'
import { MedicalScreen } from './medical-screen.tsx'

const content = { service: 'dentist', sinceWhen: 'some-days', howBad: 4, text: 'It hurts.' } as const
const atReview = { draft: { operationId: medicalRequest.id, step: 4, content } }
const title = () => screen.getByRole('heading', { level: 1 }).textContent
const refused: ConfirmOutcome = { status: 'not-recorded', code: 'SERVICE_CLOSED' }

function show(facts: FakeKioskFacts = {}) {
  return showScreen(<MedicalScreen />, facts)
}

test('says before anything else what to do when it is urgent', () => {
  show({ openState: { medical: closure } })
  const emergency = screen.getByText('Is it urgent?')
  expect(emergency.parentElement?.textContent).toContain('Press the call button in your cell now')
  expect(emergency.compareDocumentPosition(screen.getByText('Why'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(screen.queryByText(/filled in/)).toBeNull()
})

test('closed in the middle of a form, it keeps the form and gives it back where it was', () => {
  const { kiosk, openStateBecomes } = show({ medicalDraft: atReview })
  expect(title()).toBe('Is this right?')
  openStateBecomes({ medical: closure })
  expect(document.activeElement).toBe(
    screen.getByRole('heading', { level: 1, name: 'Asking for an appointment is closed' }),
  )
  expect(screen.getByText(/What you filled in is still here/)).toBeDefined()
  openStateBecomes({})
  expect(title()).toBe('Is this right?')
  expect(screen.getByText('It hurts.')).toBeDefined()
  expect(kiosk.medicalDraft.getState()).toMatchObject(atReview)
})

test('stays open while the platform is closed', () => {
  show({ openState: { platform: closure } })
  expect(title()).toBe('Medical')
  expect(screen.getAllByRole('radio')).toHaveLength(5)
})

test('leaves the receipt of what was confirmed before', async () => {
  const { confirm, answer } = heldOutcome()
  const { user, openStateBecomes } = show({ medicalDraft: atReview, actions: { confirmMedical: confirm } })
  await user.click(button('Ask for an appointment'))
  openStateBecomes({ medical: closure })
  answer({ status: 'recorded', operationId: medicalRequest.id })
  expect(await screen.findByText('Your request is recorded on this terminal')).toBeDefined()
})

test('refused before this page knew why, it says so and keeps the answers', async () => {
  const { user, kiosk } = show({ medicalDraft: atReview, actions: { confirmMedical: async () => refused } })
  await user.click(button('Ask for an appointment'))
  expect((await screen.findByRole('alert')).textContent).toContain('The prison has just closed this.')
  expect(kiosk.medicalDraft.getState()).toMatchObject(atReview)
})
