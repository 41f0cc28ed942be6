import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import type { Closure } from '#shared/contracts/closure.ts'
import type { Language } from '#shared/contracts/language.ts'
import { languages } from '#shared/contracts/languages.ts'
import { reasons } from '#shared/directive/closing.ts'
import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { NavigationProvider } from '../../navigation-context.tsx'
import { KioskProvider } from '../../stores/kiosk-context.tsx'
import { createFakeKiosk, type FakeKioskFacts } from '../../stores/testing/fake-kiosk.ts'
import { closure, noContact, untilTomorrow } from '../../testing/sample-closures.ts'
import { button, showScreen, whereNow } from '../../testing/show-screen.tsx'
import { ClosedService } from './closed-service.tsx'

function show(closed: Closure, facts: FakeKioskFacts = {}) {
  return showScreen(<ClosedService service="canteen" closure={closed} />, {
    openState: { canteen: closed },
    ...facts,
  })
}

const fact = (label: string) => screen.getByText(label).parentElement?.querySelector('dd')?.textContent

test('says what is closed, why, until when, and that nothing is lost', () => {
  show(untilTomorrow)
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'The canteen is closed' }))
  expect(fact('Why')).toBe('There are too few staff just now.')
  expect(fact('Open again')).toBe('Tomorrow 18:00, by itself.')
  expect(fact('Kept for you')).toContain('Nothing you recorded is lost.')
})

test.each([
  ['nobody knows', closure, 'Not known yet. It is closed until further notice.'],
  ['the prison has to be heard first', noContact, 'By itself, once this terminal hears from the prison.'],
  [
    'the time is over and nobody said so',
    { ...closure, until: '2026-03-02T09:00:00Z' },
    'It was to open today 10:00. It opens once this terminal hears from the prison.',
  ],
])('says so where %s', (_name, closed, words) => {
  show(closed)
  expect(fact('Open again')).toBe(words)
})

test('does not speak of sending while there is no line', () => {
  show(closure, { line: { line: 'no-connection' } })
  expect(fact('Kept for you')).toContain('It is sent when the connection is back.')
})

test('shows a warden’s line as it was written, marked as somebody’s words', () => {
  const line = `<b>Ce soir</b> $t(word) {{when}} ${'x'.repeat(80)}`
  show({ ...closure, line })
  const quote = screen.getByText(line)
  expect(quote.tagName).toBe('Q')
  expect(quote.innerHTML).not.toContain('<b>')
  expect(quote.getAttribute('dir')).toBe('auto')
  expect(screen.getByText('Note from the prison:', { exact: false })).toBeDefined()
})

test('leads to what works, and to nothing that is closed', async () => {
  const { user } = show(closure, {
    openState: { canteen: closure, notices: closure },
    line: { line: 'no-connection' },
  })
  const doors = within(screen.getByRole('region', { name: 'What works' })).getAllByRole('button')
  expect(doors.map(({ textContent }) => textContent)).toEqual(['Medical', 'My requests', 'Account'])
  await user.click(button('My requests'))
  expect(whereNow()).toBe('{"place":"requests"}')
})

const every = languages.flatMap(language =>
  [...reasons, 'no-contact' as const].map(reason => [language, reason] as const),
)

test.each(every)('in %s has words for the reason %s', (language: Language, reason) => {
  render(
    <TextsForTests language={language}>
      <KioskProvider kiosk={createFakeKiosk()}>
        <NavigationProvider>
          <ClosedService service="web" closure={{ ...closure, reason }} />
        </NavigationProvider>
      </KioskProvider>
    </TextsForTests>,
  )
  expect(document.querySelector('dd')?.textContent).toMatch(/^\p{Lu}.+\.$/u)
})
