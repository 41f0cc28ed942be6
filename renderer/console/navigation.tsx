import { DoorClosed, LayoutDashboard, type LucideIcon, Users, Wrench } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './app.module.css'

export const places = ['overview', 'close', 'maintenance', 'wardens'] as const
export type Place = (typeof places)[number]

const icons: Readonly<Record<Place, LucideIcon>> = {
  overview: LayoutDashboard,
  close: DoorClosed,
  maintenance: Wrench,
  wardens: Users,
}

export interface NavigationProps {
  readonly place: Place
  readonly onGo: (place: Place) => void
  /** Orders that wait for somebody. */
  readonly waiting: number
}

/** The tasks: at the left of a desk, under the thumb on a phone. */
export function Navigation({ place, onGo, waiting }: NavigationProps) {
  const { t } = useTranslation('console')
  return (
    <nav className={styles['nav']} aria-label={t('nav.label')}>
      {places.map(candidate => {
        const Icon = icons[candidate]
        return (
          <button
            key={candidate}
            type="button"
            className={styles['place']}
            aria-current={candidate === place ? 'page' : undefined}
            onClick={() => onGo(candidate)}
          >
            <Icon aria-hidden />
            {t(`nav.${candidate}`)}
            {candidate === 'overview' && waiting > 0 && <span className={styles['count']}>{waiting}</span>}
          </button>
        )
      })}
    </nav>
  )
}
