import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Wrench } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useOpenState } from '../../stores/use-open-state.ts'
import { PrisonNote } from './prison-note.tsx'
import { useMaintenanceTime } from './use-maintenance-words.ts'

/** Work on the prison server, from when it is announced until it is over; nothing where there is none. */
export function MaintenanceNotice() {
  const { t } = useTranslation('closed')
  const timeOf = useMaintenanceTime()
  const maintenance = useOpenState()?.maintenance ?? null
  if (maintenance === null) return null
  return (
    <NoticeBar tone="recorded" icon={Wrench} title={t('maintenance.title', { when: timeOf(maintenance) })}>
      <p>{t(`maintenance.${maintenance.phase}`)}</p>
      {maintenance.line !== null && <PrisonNote line={maintenance.line} />}
    </NoticeBar>
  )
}
