import { useTranslation } from 'react-i18next'
import styles from './skeleton.module.css'

export interface SkeletonProps {
  /** How many shapes to show. */
  readonly count?: number
  readonly shape?: 'line' | 'card' | 'tile'
}

/** The shape of what is coming. Heard once as "Loading". */
export function Skeleton({ count = 3, shape = 'card' }: SkeletonProps) {
  const { t } = useTranslation('common')
  return (
    <output className={styles[`${shape}s`]} aria-label={t('loading')}>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className={styles[shape]} aria-hidden />
      ))}
    </output>
  )
}
