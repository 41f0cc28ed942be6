import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { BellRing, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './medical.module.css'

/** Before anything is asked: what to do when it cannot wait, and who will be able to read it. */
export function MedicalNotices() {
  const { t } = useTranslation('medical')
  return (
    <div className={styles['notices']}>
      <NoticeBar tone="needsYou" icon={BellRing}>
        <p className={styles['notice']}>
          <strong>{t('emergency.title')}</strong> {t('emergency.text')}
        </p>
      </NoticeBar>
      <NoticeBar tone="notice" icon={Lock}>
        <p className={styles['notice']}>
          <strong>{t('privacy.title')}</strong> {t('privacy.text')}
        </p>
      </NoticeBar>
    </div>
  )
}
