import { TimeZoneProvider } from '#renderer/i18n/format-context.tsx'
import { createTexts } from '#renderer/i18n/i18n.ts'
import { KeyboardProvider } from '#renderer/ui/keyboard/keyboard-context.tsx'
import { LiveRegion } from '#renderer/ui/live/live-region.tsx'
import type { Person } from '#shared/contracts/person.ts'
import { useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { Frame } from './frame/frame.tsx'
import { NavigationProvider } from './navigation-context.tsx'
import { CrashGuard } from './problem/crash-guard.tsx'
import { Screens } from './screens.tsx'
import { SignInScreen } from './sign-in/sign-in-screen.tsx'
import { KioskProvider } from './stores/kiosk-context.tsx'
import type { Kiosk } from './stores/kiosk.ts'
import { useSession } from './stores/use-session.ts'

/** The whole page over a working terminal. */
export function App({ kiosk }: { readonly kiosk: Kiosk }) {
  const [texts] = useState(() => createTexts(kiosk.session.getState().language))
  return (
    <I18nextProvider i18n={texts}>
      <KioskProvider kiosk={kiosk}>
        <LiveRegion>
          <KeyboardProvider>
            <CrashGuard>
              <Session onLanguage={language => void texts.changeLanguage(language)} />
            </CrashGuard>
          </KeyboardProvider>
        </LiveRegion>
      </KioskProvider>
    </I18nextProvider>
  )
}

function Session({ onLanguage }: { readonly onLanguage: (language: string) => void }) {
  const language = useSession(session => session.language)
  const timeZone = useSession(session => session.terminal?.timeZone)
  const person = useSession(session => session.person)
  const lastEnd = useSession(session => session.lastEnd)
  const [last, setLast] = useState<Person | null>(null)
  if (person !== null && person !== last) setLast(person)
  useEffect(() => onLanguage(language), [language, onLanguage])

  return (
    <TimeZoneProvider timeZone={timeZone ?? 'Europe/Brussels'}>
      {person === null ? (
        <SignInScreen returning={lastEnd === 'idle' ? last : null} />
      ) : (
        // Keyed by the person: nothing of one session is left in the next.
        <NavigationProvider key={person.inmateId}>
          <Frame>
            <Screens />
          </Frame>
        </NavigationProvider>
      )}
    </TimeZoneProvider>
  )
}
