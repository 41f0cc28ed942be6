import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import type { Closure } from '#shared/contracts/closure.ts'
import { BellRing } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '../../navigation.ts'
import { placePictures } from '../../place-pictures.ts'
import { useClosure } from '../../stores/use-open-state.ts'
import styles from './closed-page.module.css'
import { ClosedBadge } from './closed-badge.tsx'
import { ClosureFacts, type ClosureFactsProps } from './closure-facts.tsx'
import { WaysOn } from './ways-on.tsx'

export interface ClosedPageProps extends Pick<ClosureFactsProps, 'draft'> {
  readonly place: Place
  readonly closure: Closure
  /** What is closed, in words. */
  readonly title: string
  readonly onBack?: { readonly label: string; readonly go: () => void }
  /** In the place of the other places that are open. */
  readonly ways?: ReactNode
}

/** In the place of what is closed: what it is, why, until when, what is kept, and where one can go instead. */
export function ClosedPage({ place, closure, title, draft, onBack, ways }: ClosedPageProps) {
  // Where a person would look for the doctor and find no door.
  const isDoorShut = useClosure('medical') !== null && (place === 'medical' || place === 'home')
  const back = onBack === undefined ? {} : { onBack: onBack.go, backLabel: onBack.label }
  return (
    <Screen
      isReading
      header={<PageHeader title={title} picture={placePictures[place]} aside={<ClosedBadge />} {...back} />}
    >
      <div className={styles['page']}>
        {isDoorShut && <Emergency />}
        <div className={styles['columns']}>
          <ClosureFacts closure={closure} {...(draft !== undefined && { draft })} />
          <WaysOn from={place}>{ways}</WaysOn>
        </div>
      </div>
    </Screen>
  )
}

/** Before anything else: nobody who needs help now may read about an office being closed. */
function Emergency() {
  const { t } = useTranslation('closed')
  return (
    <NoticeBar tone="needsYou" icon={BellRing}>
      <strong>{t('emergency.title')}</strong> {t('emergency.text')}
    </NoticeBar>
  )
}
