import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import { everythingOpen, type OpenState } from '#shared/contracts/closure.ts'
import { personSchema } from '#shared/contracts/person.ts'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { NavigationProvider, useNavigation } from '../navigation-context.tsx'
import { KioskProvider } from '../stores/kiosk-context.tsx'
import { createFakeKiosk, type FakeKioskFacts, settledView } from '../stores/testing/fake-kiosk.ts'

const karim = personSchema.parse({
  inmateId: 'd2b1f0a4-5a65-4a4b-9a4f-2f6a1b7c8d9e',
  number: '48213',
  givenName: 'Karim',
  language: 'en',
})

function Where() {
  return <output aria-label="where">{JSON.stringify(useNavigation().route)}</output>
}

const loading = { getSnapshot: () => undefined, subscribe: () => () => undefined, close: () => undefined }
const allLoading = { requests: loading, account: loading, accountEntries: loading, noticesRead: loading }

/** A kiosk whose person has signed in, with nothing of theirs read yet. */
export function createLoadingKiosk() {
  const kiosk = createFakeKiosk({ person: karim })
  kiosk.personal.setState(personal => personal && { ...personal, ...allLoading })
  return kiosk
}

/** Shows one screen of a signed-in person over a kiosk of plain values, in English. */
export function showScreen(
  children: ReactNode,
  facts: FakeKioskFacts = {},
  kiosk = createFakeKiosk({ person: karim, ...facts }),
) {
  const { unmount } = render(
    <TextsForTests>
      <KioskProvider kiosk={kiosk}>
        <NavigationProvider>
          {children}
          <Where />
        </NavigationProvider>
      </KioskProvider>
    </TextsForTests>,
  )
  const becomes = (requests: NonNullable<FakeKioskFacts['requests']>) =>
    act(() => kiosk.personal.setState(personal => personal && { ...personal, requests: settledView(requests) }))
  const openStateBecomes = (open: Partial<OpenState>) =>
    act(() => kiosk.openState.setState({ known: { ...everythingOpen, ...open } }))
  return { kiosk, user: userEvent.setup(), unmount, requestsBecome: becomes, openStateBecomes }
}

/** Where the screen sent the person, as written in the route. */
export function whereNow(): string | null {
  return screen.getByLabelText('where').textContent
}

export const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name })
