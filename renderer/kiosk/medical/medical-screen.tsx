import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { useTranslation } from 'react-i18next'
import { placePictures } from '../place-pictures.ts'

export function MedicalScreen() {
  const { t } = useTranslation('medical')
  return (
    <Screen header={<PageHeader title={t('title')} picture={placePictures.medical} />}>
      <EmptyState picture={placePictures.medical} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    </Screen>
  )
}
