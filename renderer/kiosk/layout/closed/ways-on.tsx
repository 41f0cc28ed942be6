import { Tile } from '#renderer/ui/display/tile.tsx'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Place, services } from '../../navigation.ts'
import { useNavigation } from '../../navigation-context.tsx'
import { placePictures } from '../../place-pictures.ts'
import { evaluateClosure } from '../../stores/evaluate-closure.ts'
import { isCut } from '../../stores/line-store.ts'
import { useLine } from '../../stores/use-line.ts'
import { useOpenState } from '../../stores/use-open-state.ts'
import styles from './ways-on.module.css'

export interface WaysOnProps {
  readonly from: Place
  /** In the place of every other place that is open. */
  readonly children?: ReactNode
}

/** What works, as doors. */
export function WaysOn({ from, children }: WaysOnProps) {
  const { t } = useTranslation(['closed', 'frame'])
  const { went } = useNavigation()
  const places = useOpenPlaces().filter(place => place !== from)
  return (
    <section className={styles['ways']} aria-label={t('worksLabel')}>
      <h2 className={styles['title']}>{t('worksLabel')}</h2>
      <div className={styles[children === undefined ? 'doors' : 'tiles']}>
        {children ??
          places.map(place => (
            <Tile
              key={place}
              picture={placePictures[place]}
              title={t(`frame:places.${place}`)}
              onPress={() => went({ place })}
            />
          ))}
      </div>
    </section>
  )
}

function useOpenPlaces(): readonly Place[] {
  const known = useOpenState()
  const { line } = useLine()
  return services.filter(place => evaluateClosure(known, place) === null && !(place === 'web' && isCut(line)))
}
