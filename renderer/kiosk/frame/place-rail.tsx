import { classNames } from '#renderer/ui/class-names.ts'
import { Picture } from '#renderer/ui/display/picture.tsx'
import { VisuallyHidden } from '#renderer/ui/live/visually-hidden.tsx'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Place, services } from '../navigation.ts'
import { useNavigation } from '../navigation-context.tsx'
import { placePictures } from '../place-pictures.ts'
import { useNotices } from '../stores/use-notices.ts'
import { useClosure } from '../stores/use-open-state.ts'
import { useRequests } from '../stores/use-requests.ts'
import styles from './place-rail.module.css'

/** The same seven places, always, in the same order. */
export function PlaceRail() {
  const { t } = useTranslation('frame')
  const needYou = useRequests()?.filter(request => request.needsYou).length ?? 0
  const unread = useNotices()?.unreadCount ?? 0
  return (
    <nav className={styles['rail']} aria-label={t('places.label')}>
      <ul className={styles['places']}>
        <RailPlace place="home" />
        {services.map(place => (
          <RailPlace key={place} place={place} {...badgeOf(place, { needYou, unread })} />
        ))}
      </ul>
    </nav>
  )
}

interface RailPlaceProps {
  readonly place: Place
  readonly badge?: 'requests' | 'notices'
  readonly count?: number
}

function RailPlace({ place, badge, count = 0 }: RailPlaceProps) {
  const { t } = useTranslation(['frame', 'closed'])
  const { route, went } = useNavigation()
  const isClosed = useClosure(place) !== null && place !== 'home'
  return (
    <li className={styles['item']}>
      <button
        type="button"
        className={styles['place']}
        aria-current={route.place === place ? 'page' : undefined}
        onClick={() => went({ place })}
      >
        <Picture name={placePictures[place]} size="small" isMuted={isClosed} />
        <span className={styles['word']}>{t(`places.${place}`)}</span>
        {isClosed && (
          <span className={styles['closed']}>
            <Lock className={styles['lock']} aria-hidden />
            <VisuallyHidden>{t('closed:word')}</VisuallyHidden>
          </span>
        )}
        {badge !== undefined && count > 0 && !isClosed && (
          <span className={classNames(styles['count'], styles[badge])}>
            <span aria-hidden>{count}</span>
            <VisuallyHidden>{t(`badge.${badge}`, { count })}</VisuallyHidden>
          </span>
        )}
      </button>
    </li>
  )
}

interface Counts {
  readonly needYou: number
  readonly unread: number
}

function badgeOf(place: Place, { needYou, unread }: Counts): Pick<RailPlaceProps, 'badge' | 'count'> {
  if (place === 'requests') return { badge: 'requests', count: needYou }
  return place === 'notices' ? { badge: 'notices', count: unread } : {}
}
