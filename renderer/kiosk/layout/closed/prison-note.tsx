import { useTranslation } from 'react-i18next'
import styles from './prison-note.module.css'

/** A warden's own words, in whatever language they were written: as they are, and marked as somebody's words. */
export function PrisonNote({ line }: { readonly line: string }) {
  const { t } = useTranslation('closed')
  return (
    <p>
      {t('wrote')}{' '}
      <q className={styles['line']} dir="auto" translate="no">
        {line}
      </q>
    </p>
  )
}
