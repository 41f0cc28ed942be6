import { Timeline, type TimelineStep } from '#renderer/ui/display/timeline.tsx'
import { useTranslation } from 'react-i18next'
import type { CopyState } from './copy-store.ts'

/** One line for each thing a terminal needs without a network: here, or on its way. */
export function CopyList({ state }: { readonly state: CopyState }) {
  const { t } = useTranslation('setUp')
  const { hasCopy, hasState, people, products, notices, sites } = state
  const counted = (id: 'people' | 'products' | 'notices' | 'sites', count: number | null): TimelineStep => {
    const isHere = hasCopy && count !== null
    const detail = count === null || (count === 0 && !isHere) ? t('onItsWay') : t(id, { count })
    return { id, title: t(`items.${id}`), detail, status: isHere ? 'done' : 'expected' }
  }
  const steps: readonly TimelineStep[] = [
    { id: 'identity', title: t('items.identity', { name: state.terminalName ?? '' }), status: 'done' },
    counted('people', people),
    counted('products', products),
    counted('notices', notices),
    counted('sites', sites),
    {
      id: 'state',
      title: t('items.state'),
      status: hasState ? 'done' : 'expected',
      ...(!hasState && { detail: t('onItsWay') }),
    },
  ]
  return <Timeline label={t('onTerminal')} steps={steps} />
}
