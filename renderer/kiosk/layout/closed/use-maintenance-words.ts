import type { Format } from '#renderer/i18n/format.ts'
import { useFormat } from '#renderer/i18n/format-context.tsx'
import type { OpenState } from '#shared/contracts/closure.ts'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../stores/use-now.ts'

export type Maintenance = NonNullable<OpenState['maintenance']>

const CLOCK_MS = 30_000

/** When the prison server is worked on: `Tuesday, from 22:00 to about 23:00`. */
export function useMaintenanceTime(): (maintenance: Maintenance) => string {
  const { t } = useTranslation('closed')
  const format = useFormat()
  const now = useNow(CLOCK_MS)
  return maintenance =>
    maintenance.phase === 'planned' ? planned(maintenance, { t, format, now }) : begun(maintenance, { t, format, now })
}

interface Words {
  readonly t: TFunction<'closed'>
  readonly format: Format
  readonly now: number
}

function planned({ from, until }: Maintenance, { t, format, now }: Words): string {
  if (until === null) return t('maintenance.noEnd', { from: format.relativeDayTime(from, now) })
  const day = format.relativeDay(from, now)
  const isOneDay = format.day(from) === format.day(until)
  return isOneDay
    ? t('maintenance.oneDay', { day, from: format.time(from), until: format.time(until) })
    : t('maintenance.days', { from: format.relativeDayTime(from, now), until: format.relativeDayTime(until, now) })
}

function begun({ until }: Maintenance, { t, format, now }: Words): string {
  if (until === null) return t('maintenance.now')
  if (Date.parse(until) <= now) return t('maintenance.late')
  return t('maintenance.ends', { until: format.relativeDayTime(until, now) })
}
