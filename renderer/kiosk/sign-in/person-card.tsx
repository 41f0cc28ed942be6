import { classNames } from '#renderer/ui/class-names.ts'
import { ChevronRight, type LucideIcon } from 'lucide-react'
import { Initial } from '../layout/initial.tsx'
import styles from './person-card.module.css'

export interface PersonCardProps {
  readonly name: string
  readonly detail: string
  /** In the place of the initial, for a card that is nobody's. */
  readonly icon?: LucideIcon
  readonly onPress: () => void
}

/** A name, large enough to be found from the bed. */
export function PersonCard({ name, detail, icon: Icon, onPress }: PersonCardProps) {
  return (
    <button
      type="button"
      className={classNames(styles['card'], Icon !== undefined && styles['other'])}
      onClick={onPress}
    >
      {Icon === undefined ? (
        <Initial name={name} />
      ) : (
        <span className={styles['symbol']} aria-hidden>
          <Icon className={styles['icon']} />
        </span>
      )}
      <span className={styles['words']}>
        <span className={styles['name']}>{name}</span>
        <span className={styles['detail']}>{detail}</span>
      </span>
      <ChevronRight className={styles['onwards']} aria-hidden />
    </button>
  )
}
