import { Button } from '#renderer/ui/actions/button.tsx'
import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../navigation-context.tsx'
import { placePictures } from '../place-pictures.ts'

/** A request that is no longer there, with the way back to the others. */
export function RequestGone() {
  const { t } = useTranslation('requests')
  const { went } = useNavigation()
  const toList = () => went({ place: 'requests' })
  return (
    <Screen header={<PageHeader title={t('title')} onBack={toList} />}>
      <EmptyState
        picture={placePictures.requests}
        title={t('gone.title')}
        action={<Button onPress={toList}>{t('gone.action')}</Button>}
      >
        {t('gone.text')}
      </EmptyState>
    </Screen>
  )
}
