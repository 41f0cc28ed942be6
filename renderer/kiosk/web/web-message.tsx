import { Button } from '#renderer/ui/actions/button.tsx'
import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { ArrowLeft, House, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { placePictures } from '../place-pictures.ts'
import { useWeb } from '../stores/use-web.ts'
import styles from './web.module.css'

interface WebMessageProps {
  readonly message: 'refused' | 'failed' | 'offline'
  /** What a technician can look up. */
  readonly code?: string | undefined
}

/** In the place of a page that is not shown: what is true, and a way on. */
export function WebMessage({ message, code }: WebMessageProps) {
  const { t } = useTranslation('web')
  return (
    <EmptyState picture={placePictures.web} title={t(`${message}.title`)} action={<Ways message={message} />}>
      <p>{t(`${message}.text`)}</p>
      {code !== undefined && <p className={styles['code']}>{t('refused.code', { code })}</p>}
    </EmptyState>
  )
}

function Ways({ message }: WebMessageProps) {
  const { t } = useTranslation('web')
  const { page, back, start } = useWeb()
  if (message === 'offline') return null
  return (
    <div className={styles['ways']}>
      {page?.canGoBack === true && (
        <Button icon={ArrowLeft} onPress={() => void back()}>
          {t('bar.back')}
        </Button>
      )}
      <Button icon={message === 'failed' ? RotateCcw : House} onPress={() => void start()}>
        {message === 'failed' ? t('failed.again') : t('bar.start')}
      </Button>
    </div>
  )
}
