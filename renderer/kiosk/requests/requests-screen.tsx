import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { useTranslation } from 'react-i18next'
import { placePictures } from '../place-pictures.ts'

/** `requestId` opens that one at once. */
export function RequestsScreen(_props: { readonly requestId?: string | undefined }) {
  const { t } = useTranslation('requests')
  return (
    <Screen header={<PageHeader title={t('title')} picture={placePictures.requests} />}>
      <EmptyState picture={placePictures.requests} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    </Screen>
  )
}
