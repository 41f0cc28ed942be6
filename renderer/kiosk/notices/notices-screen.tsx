import { Button } from '#renderer/ui/actions/button.tsx'
import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { Skeleton } from '#renderer/ui/display/skeleton.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { useTranslation } from 'react-i18next'
import { ClosedService } from '../layout/closed/closed-service.tsx'
import { useNavigation } from '../navigation-context.tsx'
import { placePictures } from '../place-pictures.ts'
import type { NoticesView } from '../stores/notice-view.ts'
import { useClosure } from '../stores/use-open-state.ts'
import { useLine } from '../stores/use-line.ts'
import { useNotices } from '../stores/use-notices.ts'
import { NoticeCard } from './notice-card.tsx'
import { NoticePage } from './notice-page.tsx'
import styles from './notices.module.css'

/** What the prison announces. `noticeId` opens that one at once. */
export function NoticesScreen({ noticeId }: { readonly noticeId?: string | undefined }) {
  const view = useNotices()
  const closure = useClosure('notices')
  if (closure !== null) return <ClosedService service="notices" closure={closure} />
  if (noticeId === undefined || view === undefined) return <NoticeList view={view} />
  const notice = view.notices.find(({ id }) => id === noticeId)
  return notice === undefined ? <NoticeGone /> : <NoticePage key={notice.id} notice={notice} onRead={view.markRead} />
}

function NoticeList({ view }: { readonly view: NoticesView | undefined }) {
  const { t } = useTranslation('notices')
  const { hasCopy } = useLine()
  const nothing = hasCopy ? 'empty' : 'unknown'
  return (
    <Screen header={<PageHeader title={t('title')} picture={placePictures.notices} />}>
      {view === undefined && <Skeleton count={4} />}
      {view?.notices.length === 0 && (
        <EmptyState picture={placePictures.notices} title={t(`${nothing}.title`)}>
          {t(`${nothing}.text`)}
        </EmptyState>
      )}
      {view !== undefined && view.notices.length > 0 && (
        <ul className={styles['list']}>
          {view.notices.map(notice => (
            <NoticeCard key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </Screen>
  )
}

function NoticeGone() {
  const { t } = useTranslation('notices')
  const { went } = useNavigation()
  const toList = () => went({ place: 'notices' })
  return (
    <Screen header={<PageHeader title={t('title')} onBack={toList} />}>
      <EmptyState
        picture={placePictures.notices}
        title={t('gone.title')}
        action={<Button onPress={toList}>{t('gone.action')}</Button>}
      >
        {t('gone.text')}
      </EmptyState>
    </Screen>
  )
}
