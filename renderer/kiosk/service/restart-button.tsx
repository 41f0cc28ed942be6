import { Button } from '#renderer/ui/actions/button.tsx'
import { Dialog } from '#renderer/ui/overlay/dialog.tsx'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface RestartButtonProps {
  readonly isUnderWay: boolean
  readonly onRestart: () => void
}

/** Asks before it does. */
export function RestartButton({ isUnderWay, onRestart }: RestartButtonProps) {
  const { t } = useTranslation(['service', 'common'])
  const [isAsking, setAsking] = useState(false)
  const cancel = () => setAsking(false)
  const restart = () => {
    setAsking(false)
    onRestart()
  }
  return (
    <>
      <Button icon={RotateCcw} isPending={isUnderWay} onPress={() => setAsking(true)}>
        {t('service:restart.button')}
      </Button>
      {isAsking && (
        <Dialog
          title={t('service:restart.title')}
          onDismiss={cancel}
          actions={
            <>
              <Button onPress={cancel}>{t('common:actions.cancel')}</Button>
              <Button variant="danger" onPress={restart}>
                {t('service:restart.confirm')}
              </Button>
            </>
          }
        >
          <p>{t('service:restart.text')}</p>
        </Dialog>
      )}
    </>
  )
}
