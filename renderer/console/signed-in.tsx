import { useFormat } from '#renderer/i18n/format-context.tsx'
import { useLanguage, useLocalText } from '#renderer/i18n/use-language.ts'
import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { languageNames } from '#renderer/ui/fields/language-names.ts'
import type { OrderAnswer, StaffSession } from '#shared/contracts/staff.ts'
import type { Service } from '#shared/directive/services.ts'
import { languages } from '#shared/contracts/languages.ts'
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConsoleProvider } from './api/console-context.tsx'
import type { StaffApi } from './api/staff-api.ts'
import { type Live, useLive } from './api/use-live.ts'
import { usePresence } from './api/use-presence.ts'
import styles from './app.module.css'
import { ClosingScreen } from './closing/closing-screen.tsx'
import { FailureNote } from './layout/failure-note.tsx'
import { MaintenanceScreen } from './maintenance/maintenance-screen.tsx'
import { Navigation, type Place } from './navigation.tsx'
import { useTitle } from './use-title.ts'
import { OverviewScreen } from './overview/overview-screen.tsx'
import { WardensScreen } from './wardens/wardens-screen.tsx'

export interface SignedInProps {
  readonly api: StaffApi
  readonly session: StaffSession
  readonly onSignedOut: (hasEnded: boolean) => void
  readonly onEnded: () => void
}

/** The page of somebody who is in. */
export function SignedIn({ api, session, onSignedOut, onEnded }: SignedInProps) {
  const live = useLive(api, onEnded)
  usePresence(api)
  const [place, setPlace] = useState<Place>('overview')
  const [service, setService] = useState<Service>()
  useTitle(place)
  const [given, setGiven] = useState<OrderAnswer['status']>()
  const go = (next: Place, chosen?: Service) => {
    setService(chosen)
    setGiven(undefined)
    setPlace(next)
    scrollTo(0, 0)
  }
  /** What was said about the last order is over with the next. */
  const refreshAnew = () => {
    setGiven(undefined)
    return live.refresh()
  }
  const toOverview = (answer: OrderAnswer) => {
    void live.refresh()
    go('overview')
    setGiven(answer.status)
  }
  return (
    <div className={styles['app']}>
      <TopBar session={session} onSignOut={() => void api.signOut().finally(() => onSignedOut(false))} />
      <Navigation place={place} onGo={go} waiting={live.state?.waiting.length ?? 0} />
      <main className={styles['main']}>
        <Notes live={live} given={given} />
        {live.state === undefined ? (
          <Unknown isLost={live.isLost} />
        ) : (
          <ConsoleProvider value={{ api, session, state: live.state, refresh: refreshAnew }}>
            {place === 'overview' && (
              <OverviewScreen
                progress={live.progress}
                onClose={chosen => go('close', chosen)}
                onMaintenance={() => go('maintenance')}
              />
            )}
            {place === 'close' && <ClosingScreen service={service} onGiven={toOverview} />}
            {place === 'maintenance' && <MaintenanceScreen />}
            {place === 'wardens' && <WardensScreen />}
          </ConsoleProvider>
        )}
      </main>
    </div>
  )
}

/** Before anything is known; or when nobody answers, and it is tried again. */
function Unknown({ isLost }: { readonly isLost: boolean }) {
  return isLost ? <FailureNote failure="OFFLINE" /> : <Skeleton />
}

function Notes({ live, given }: { readonly live: Live; readonly given: OrderAnswer['status'] | undefined }) {
  const { t } = useTranslation('console')
  const format = useFormat()
  return (
    <>
      {live.lostSince !== null && (
        <NoticeBar tone="needsYou" role="alert">
          {t('overview.asOf', { time: format.time(live.lostSince) })}
        </NoticeBar>
      )}
      {live.lostSince === null && given !== undefined && (
        <NoticeBar tone={given === 'waiting' ? 'underway' : 'received'} role="alert">
          {given === 'waiting' ? t('effect.waits') : t('effect.done')}
        </NoticeBar>
      )}
    </>
  )
}

function TopBar({ session, onSignOut }: { readonly session: StaffSession; readonly onSignOut: () => void }) {
  const { t } = useTranslation(['console', 'common'])
  const localText = useLocalText()
  const { language, changeLanguage } = useLanguage()
  return (
    <header className={styles['top']}>
      <div className={styles['where']}>
        <p className={styles['prison']}>{localText(session.prison.names)}</p>
        <p className={styles['who']}>{t('console:signedInAs', { name: session.staff.name })}</p>
      </div>
      <select
        className={styles['language']}
        aria-label={t('common:languages')}
        value={language}
        onChange={event => changeLanguage(languages.find(known => known === event.target.value) ?? 'en')}
      >
        {languages.map(candidate => (
          <option key={candidate} value={candidate} lang={candidate}>
            {languageNames[candidate]}
          </option>
        ))}
      </select>
      <Button icon={LogOut} onPress={onSignOut}>
        {t('console:signOut')}
      </Button>
    </header>
  )
}
