import { Button } from '#renderer/ui/actions/button.tsx'
import { Dialog } from '#renderer/ui/overlay/dialog.tsx'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMedicalDraft } from '../stores/use-medical-draft.ts'

/** Deletes what was filled in, once the person has said so twice. */
export function StartOver() {
  const { t } = useTranslation('medical')
  const { discard } = useMedicalDraft()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button variant="quiet" icon={RotateCcw} onPress={() => setAsking(true)}>
        {t('discard.action')}
      </Button>
      {isAsking && (
        <Dialog
          title={t('discard.title')}
          onDismiss={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{t('discard.keep')}</Button>
              <Button variant="danger" onPress={discard}>
                {t('discard.confirm')}
              </Button>
            </>
          }
        >
          <p>{t('discard.text')}</p>
        </Dialog>
      )}
    </>
  )
}
