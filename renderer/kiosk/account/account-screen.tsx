import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { useTranslation } from 'react-i18next'
import { placePictures } from '../place-pictures.ts'

export function AccountScreen() {
  const { t } = useTranslation('account')
  return (
    <Screen header={<PageHeader title={t('title')} picture={placePictures.account} />}>
      <EmptyState picture={placePictures.account} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    </Screen>
  )
}
