import { Button } from '#renderer/ui/actions/button.tsx'
import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Says that a screen broke, that nothing confirmed is lost, and how to go on. */
export function CrashPage({ onStartAgain }: { readonly onStartAgain: () => void }) {
  const { t } = useTranslation('problems')
  return (
    <EmptyState
      picture="clipboard"
      title={t('crashTitle')}
      action={
        <Button variant="primary" size="large" icon={RotateCcw} onPress={onStartAgain}>
          {t('startAgain')}
        </Button>
      }
    >
      {t('crashText')}
    </EmptyState>
  )
}
