import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { useTranslation } from 'react-i18next'
import { placePictures } from '../place-pictures.ts'

export function WebScreen() {
  const { t } = useTranslation('web')
  return (
    <Screen header={<PageHeader title={t('title')} picture={placePictures.web} />}>
      <EmptyState picture={placePictures.web} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    </Screen>
  )
}
