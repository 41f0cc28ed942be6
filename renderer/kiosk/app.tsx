import { TimeZoneProvider } from '#renderer/i18n/format-context.tsx'
import { createTexts } from '#renderer/i18n/i18n.ts'
import { KeyboardProvider } from '#renderer/ui/keyboard/keyboard-context.tsx'
import { LiveRegion } from '#renderer/ui/live/live-region.tsx'
import type { Person } from '#shared/contracts/person.ts'
import { must } from '#shared/errors/must.ts'
import { type ComponentType, useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Inside } from './inside.ts'
import { AnnounceClosings } from './layout/closed/announce-closings.tsx'
import { CrashGuard } from './problem/crash-guard.tsx'
import { SignInScreen, type SignInScreenProps } from './sign-in/sign-in-screen.tsx'
import type { Entrance, ServiceScreenProps } from './stores/entrance.ts'
import { EntranceProvider, KioskProvider, useEntrance } from './stores/kiosk-context.tsx'
import { useSession } from './stores/use-session.ts'

export interface AppProps {
  readonly entrance: Entrance
  /** There whenever somebody is signed in. */
  readonly inside: () => Inside | null
}

/** The whole page over a working terminal. */
export function App({ entrance, inside }: AppProps) {
  const [texts] = useState(() => createTexts(entrance.session.getState().language))
  return (
    <I18nextProvider i18n={texts}>
      <EntranceProvider entrance={entrance}>
        <LiveRegion>
          <KeyboardProvider>
            <CrashGuard>
              <Session inside={inside} onLanguage={language => void texts.changeLanguage(language)} />
            </CrashGuard>
          </KeyboardProvider>
        </LiveRegion>
      </EntranceProvider>
    </I18nextProvider>
  )
}

interface SessionProps extends Pick<AppProps, 'inside'> {
  readonly onLanguage: (language: string) => void
}

function Session({ inside, onLanguage }: SessionProps) {
  const language = useSession(session => session.language)
  const timeZone = useSession(session => session.terminal?.timeZone)
  const person = useSession(session => session.person)
  const lastEnd = useSession(session => session.lastEnd)
  const [last, setLast] = useState<Person | null>(null)
  if (person !== null && person !== last) setLast(person)
  useEffect(() => onLanguage(language), [language, onLanguage])

  return (
    <TimeZoneProvider timeZone={timeZone ?? 'Europe/Brussels'}>
      <AnnounceClosings />
      {person === null ? (
        <Nobody returning={lastEnd === 'idle' ? last : null} />
      ) : (
        // Keyed by the person: nothing of one session is left in the next.
        <SignedIn key={person.inmateId} {...must(inside(), 'somebody is signed in')} />
      )}
    </TimeZoneProvider>
  )
}

/** The sign-in, or the technician's screen in its place. Whoever signs in ends that: this is gone then. */
function Nobody({ returning }: Pick<SignInScreenProps, 'returning'>) {
  const { loadService } = useEntrance()
  const [Service, setService] = useState<ComponentType<ServiceScreenProps> | null>(null)
  const ask = () => {
    // Nothing is lost where it does not come: the sign-in stays.
    loadService().then(
      loaded => setService(() => loaded),
      () => undefined,
    )
  }
  if (Service !== null) return <Service onLeave={() => setService(null)} />
  return <SignInScreen returning={returning} onService={ask} />
}

function SignedIn({ kiosk, Places }: Inside) {
  return (
    <KioskProvider kiosk={kiosk}>
      <Places />
    </KioskProvider>
  )
}
