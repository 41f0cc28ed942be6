import { useNow } from '#renderer/ui/display/use-now.ts'
import type { Progress } from '#shared/contracts/staff.ts'
import type { Service } from '#shared/directive/services.ts'
import { DoorOpen, ShieldAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'
import { hasBegun } from '../layout/has-begun.ts'
import { Page } from '../layout/page.tsx'
import pageStyles from '../layout/page.module.css'
import { ClosingList } from './closing-list.tsx'
import { LatestOrders } from './latest-orders.tsx'
import { MaintenanceNote } from './maintenance-note.tsx'
import { Obedience } from './obedience.tsx'
import { ServiceRows } from './service-rows.tsx'
import { WaitingList } from './waiting-list.tsx'

export interface OverviewScreenProps {
  readonly progress: Progress | undefined
  readonly onClose: (service: Service) => void
  readonly onMaintenance: () => void
}

/** What is open and closed for whom, what waits, who obeys, and what was ordered. What needs somebody comes first. */
export function OverviewScreen({ progress, onClose, onMaintenance }: OverviewScreenProps) {
  const { t } = useTranslation('console')
  const { state } = useConsole()
  const now = useNow()
  const closings = state.closings.filter(({ closing }) => hasBegun(closing, now))
  const isOpen = closings.length === 0
  const isStopped = isOpen && state.maintenance?.phase === 'begun'
  const openTitle = isStopped ? t('overview.maintenanceBegun') : t('overview.allOpen')
  return (
    <Page
      title={isOpen ? openTitle : t('overview.closed', { count: closings.length })}
      icon={isOpen && !isStopped ? DoorOpen : ShieldAlert}
    >
      <MaintenanceNote hasTitle={!isStopped} onOpen={onMaintenance} />
      <WaitingList />
      <div className={pageStyles['columns']}>
        <div className={pageStyles['beside']}>
          <Obedience progress={progress} />
        </div>
        <div className={pageStyles['column']}>
          <ClosingList />
          <ServiceRows onClose={onClose} />
          <LatestOrders />
        </div>
      </div>
    </Page>
  )
}
