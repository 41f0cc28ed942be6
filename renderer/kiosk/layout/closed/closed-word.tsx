import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './closed-word.module.css'

/** The same symbol and word on every door that is closed. */
export function ClosedWord() {
  const { t } = useTranslation('closed')
  return (
    <span className={styles['closed']}>
      <Lock className={styles['icon']} aria-hidden />
      {t('word')}
    </span>
  )
}
