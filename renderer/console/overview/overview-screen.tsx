import { useNow } from '#renderer/ui/display/use-now.ts'
import type { Progress } from '#shared/contracts/staff.ts'
import type { Service } from '#shared/directive/services.ts'
import { DoorOpen, ShieldAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { hasBegun } from '../layout/has-begun.ts'
import { ClosingList } from './closing-list.tsx'
import { Obedience } from './obedience.tsx'
import styles from './overview.module.css'
import { ServiceRows } from './service-rows.tsx'
import { WaitingList } from './waiting-list.tsx'

export interface OverviewScreenProps {
  readonly progress: Progress | undefined
  readonly onClose: (service: Service) => void
}

/** What is open and closed for whom, what waits, and who obeys. */
export function OverviewScreen({ progress, onClose }: OverviewScreenProps) {
  const { t } = useTranslation('console')
  const { state } = useConsole()
  const now = useNow()
  const closings = state.closings.filter(({ closing }) => hasBegun(closing, now))
  const Icon = closings.length === 0 ? DoorOpen : ShieldAlert
  return (
    <div className={styles['page']}>
      <h1 className={styles['headline']}>
        <Icon aria-hidden />
        {closings.length === 0 ? t('overview.allOpen') : t('overview.closed', { count: closings.length })}
      </h1>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <WaitingList />
          <ClosingList />
          <ServiceRows onClose={onClose} />
        </div>
        <div className={styles['obedience']}>
          <Obedience progress={progress} />
        </div>
      </div>
    </div>
  )
}
