import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { useHeadingFocus } from '#renderer/ui/layout/use-heading-focus.ts'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { DoctorCard } from './doctor-card.tsx'
import { FactsCard } from './facts-card.tsx'
import { LogCard } from './log-card.tsx'
import styles from './open-service.module.css'
import { RestartButton } from './restart-button.tsx'
import type { Service } from './service-store.ts'

/** How this terminal is, for whoever came to look after it. Nothing of anybody who lives here. */
export function OpenService({ service }: { readonly service: Service }) {
  const { t } = useTranslation('service')
  const heading = useHeadingFocus()
  const { phase, facts, examination } = useStore(service.store)
  return (
    <section className={styles['page']}>
      <header className={styles['header']}>
        <Button icon={ArrowLeft} onPress={service.leave}>
          {t('toSignIn')}
        </Button>
        <div className={styles['words']}>
          <h1 ref={heading} className={styles['title']} tabIndex={-1}>
            {t('title', { terminal: facts?.terminalName ?? '' })}
          </h1>
          <p className={styles['hint']}>{t('closesByItself')}</p>
        </div>
        <RestartButton isUnderWay={phase === 'restarting'} onRestart={() => void service.restart()} />
      </header>
      {phase === 'restarting' && (
        <NoticeBar tone="underway" role="alert">
          {t('restart.underWay')}
        </NoticeBar>
      )}
      <div className={styles['cards']}>
        <FactsCard facts={facts} />
        <DoctorCard examination={examination} onLook={() => void service.examine()} />
        <LogCard lines={facts?.log ?? []} />
      </div>
    </section>
  )
}
