import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { CrashGuard } from './crash-guard.tsx'
import { ProblemPage } from './problem-page.tsx'
import { readProblem } from './read-problem.ts'

test('says in four languages at once what is wrong, whom to tell, and the code', () => {
  render(<ProblemPage code="JOURNAL_UNAVAILABLE" />)
  const explanations = screen.getAllByRole('region')
  expect(explanations.map(({ lang }) => lang)).toEqual(['fr', 'nl', 'de', 'en'])
  expect(explanations[3]?.textContent).toContain('cannot keep anything safely')
  expect(explanations[3]?.textContent).toContain('Please tell a member of staff')
  expect(screen.queryByText('JOURNAL_UNAVAILABLE')).not.toBeNull()
})

test('has words for a code nobody foresaw', () => {
  render(<ProblemPage code="CONSTRUCTOR" />)
  expect(screen.queryByText('Something in it has stopped working.')).not.toBeNull()
})

test.each([
  ['#problem=CONFIGURATION_INVALID', 'CONFIGURATION_INVALID'],
  ['#problem=toString', undefined],
  ['#problem=<b>', undefined],
  ['', undefined],
])('reads %s as %s', (hash, code) => {
  expect(readProblem(hash)).toBe(code)
})

test('offers to start again when a screen breaks, and does', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let isBroken = true
  function Fragile() {
    if (isBroken) throw new Error('broken')
    return <p>mended</p>
  }
  render(
    <CrashGuard>
      <Fragile />
    </CrashGuard>,
    { wrapper: TextsForTests },
  )
  isBroken = false
  await userEvent.setup().click(screen.getByRole('button', { name: 'Start again' }))
  expect(screen.queryByText('mended')).not.toBeNull()
  silence.mockRestore()
})
