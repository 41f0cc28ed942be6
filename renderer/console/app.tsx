import { TimeZoneProvider } from '#renderer/i18n/format-context.tsx'
import { createTexts } from '#renderer/i18n/i18n.ts'
import { LiveRegion } from '#renderer/ui/live/live-region.tsx'
import { languages } from '#shared/contracts/languages.ts'
import type { StaffSession } from '#shared/contracts/staff.ts'
import { useCallback, useEffect, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { codeOf } from './api/api-error.ts'
import type { StaffApi } from './api/staff-api.ts'
import { JoinScreen } from './entrance/join-screen.tsx'
import { SignInScreen } from './entrance/sign-in-screen.tsx'
import { WaitingScreen } from './entrance/waiting-screen.tsx'
import { SignedIn } from './signed-in.tsx'

export interface AppProps {
  readonly api: StaffApi
  /** From a one-time link. */
  readonly joinToken: string | undefined
  /** The browser's, most wanted first. */
  readonly languages: readonly string[]
}

/** The wardens' page. */
export function App({ api, joinToken, languages: wanted }: AppProps) {
  const [texts] = useState(() => createTexts(firstKnown(wanted)))
  return (
    <I18nextProvider i18n={texts}>
      <LiveRegion>
        <Entrance api={api} joinToken={joinToken} />
      </LiveRegion>
    </I18nextProvider>
  )
}

function firstKnown(wanted: readonly string[]) {
  const found = wanted.map(tag => languages.find(language => tag.toLowerCase().split('-')[0] === language))
  return found.find(language => language !== undefined) ?? 'en'
}

type Standing =
  | { readonly is: 'asking' }
  | { readonly is: 'joining'; readonly token: string }
  | { readonly is: 'out'; readonly hasEnded: boolean }
  | { readonly is: 'in'; readonly session: StaffSession }
  | { readonly is: 'unreachable' }

function Entrance({ api, joinToken }: Pick<AppProps, 'api' | 'joinToken'>) {
  const [standing, setStanding] = useState<Standing>(
    joinToken === undefined ? { is: 'asking' } : { is: 'joining', token: joinToken },
  )
  const enter = useCallback(() => {
    api.session().then(
      session => setStanding({ is: 'in', session }),
      (error: unknown) =>
        setStanding(codeOf(error) === 'SESSION_MISSING' ? { is: 'out', hasEnded: false } : { is: 'unreachable' }),
    )
  }, [api])
  const end = useCallback(() => setStanding({ is: 'out', hasEnded: true }), [])
  useEffect(() => {
    if (standing.is === 'asking') enter()
  }, [standing.is, enter])

  switch (standing.is) {
    case 'joining':
      return <JoinScreen api={api} token={standing.token} onJoined={enter} />
    case 'out':
      return <SignInScreen api={api} hasEnded={standing.hasEnded} onSignedIn={enter} />
    case 'in':
      return (
        <TimeZoneProvider timeZone={standing.session.prison.timeZone}>
          <SignedIn
            api={api}
            session={standing.session}
            onSignedOut={hasEnded => setStanding({ is: 'out', hasEnded })}
            onEnded={end}
          />
        </TimeZoneProvider>
      )
    default:
      return (
        <WaitingScreen isUnreachable={standing.is === 'unreachable'} onAgain={() => setStanding({ is: 'asking' })} />
      )
  }
}
