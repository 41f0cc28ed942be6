import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { CalendarClock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CatalogueView } from '../stores/catalogue-view.ts'
import { useLine } from '../stores/use-line.ts'
import { useWindowWords } from './use-window-words.ts'

/** While no order window is open: when one can order again, as far as this terminal knows. */
export function WindowNotice({ nextWindow }: Pick<CatalogueView, 'nextWindow'>) {
  const { t } = useTranslation('canteen')
  const isConnected = useLine().line === 'connected'
  const wordsOf = useWindowWords()
  const when = () => {
    if (nextWindow === null) return t(isConnected ? 'window.noneAnnounced' : 'window.noneKnown')
    const { opens, delivery } = wordsOf(nextWindow)
    return t('window.opens', { when: opens, day: delivery })
  }
  return (
    <NoticeBar tone="recorded" icon={CalendarClock}>
      {when()} {t('window.lookAround')}
    </NoticeBar>
  )
}
