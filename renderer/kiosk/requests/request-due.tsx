import { useFormat } from '#renderer/i18n/format-context.tsx'
import { useTranslation } from 'react-i18next'
import type { RequestView } from '../stores/request-view.ts'
import { useNow } from '../stores/use-now.ts'
import { isOver } from '../stores/is-over.ts'

const CLOCK_MS = 60_000

/** By when an answer or the goods are due; nothing while the prison has not said, or when it is over. */
export function RequestDue({ request }: { readonly request: RequestView }) {
  const { t } = useTranslation('requests')
  const format = useFormat()
  const now = useNow(CLOCK_MS)
  const { kind, state, order, dueAt } = request
  if (dueAt === null || isOver(state)) return null
  if (kind === 'canteen')
    return <span>{t('delivery', { when: format.relativeDay(order?.deliveryDay ?? dueAt, now) })}</span>
  const when = format.relativeDay(dueAt, now)
  return <span>{Date.parse(dueAt) < now ? t('overdue', { when }) : t('due', { when })}</span>
}
