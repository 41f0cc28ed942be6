import { useFormat } from '#renderer/i18n/format-context.tsx'
import { Button } from '#renderer/ui/actions/button.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { useNow } from '#renderer/ui/display/use-now.ts'
import { Wrench } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useConsole } from '../api/console-context.tsx'

export interface MaintenanceNoteProps {
  /** Not where the page's heading says it. */
  readonly hasTitle: boolean
  readonly onOpen: () => void
}

/** A maintenance that is planned or under way: it changes what everybody can do, so the overview says it. */
export function MaintenanceNote({ hasTitle, onOpen }: MaintenanceNoteProps) {
  const { t } = useTranslation('console')
  const { maintenance } = useConsole().state
  const format = useFormat()
  const now = useNow()
  if (maintenance === null) return null
  const { phase, from, until } = maintenance
  const begin = format.relativeDayTime(from, now)
  const span =
    until === null
      ? t('maintenance.span', { from: begin })
      : t('maintenance.spanUntil', { from: begin, until: format.relativeDayTime(until, now) })
  const isBegun = phase === 'begun'
  const title = isBegun ? t('overview.maintenanceBegun') : t('overview.maintenancePlanned')
  return (
    <NoticeBar
      tone={isBegun ? 'needsYou' : 'underway'}
      icon={Wrench}
      title={hasTitle ? title : undefined}
      action={<Button onPress={onOpen}>{t('nav.maintenance')}</Button>}
    >
      {isBegun ? `${span}. ${t('overview.maintenanceText')}` : `${span}.`}
    </NoticeBar>
  )
}
