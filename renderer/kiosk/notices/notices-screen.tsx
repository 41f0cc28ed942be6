import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { useTranslation } from 'react-i18next'
import { placePictures } from '../place-pictures.ts'

/** `noticeId` opens that one at once. */
export function NoticesScreen(_props: { readonly noticeId?: string | undefined }) {
  const { t } = useTranslation('notices')
  return (
    <Screen header={<PageHeader title={t('title')} picture={placePictures.notices} />}>
      <EmptyState picture={placePictures.notices} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    </Screen>
  )
}
