import { Tile, type TileProps } from '#renderer/ui/display/tile.tsx'
import { useTranslation } from 'react-i18next'
import { ClosedWord } from '../layout/closed/closed-word.tsx'
import { useClosureWords } from '../layout/closed/use-closure-words.ts'
import type { Service } from '../navigation.ts'
import { useNavigation } from '../navigation-context.tsx'
import { placePictures } from '../place-pictures.ts'
import { useClosure } from '../stores/use-open-state.ts'

/**
 * A service's tile: its word and picture are the rail's, its line comes from the service. One that a warden closed says that
 * instead, and still leads to why.
 */
export function ServiceTile({
  service,
  ...truth
}: { readonly service: Service } & Pick<TileProps, 'line' | 'badge' | 'isClosed'>) {
  const { t } = useTranslation('frame')
  const { went } = useNavigation()
  const closure = useClosure(service)
  const wordsOf = useClosureWords()
  const shown = closure === null ? truth : { badge: <ClosedWord />, line: wordsOf(closure).short, isClosed: true }
  return (
    <Tile
      picture={placePictures[service]}
      title={t(`places.${service}`)}
      onPress={() => went({ place: service })}
      {...shown}
    />
  )
}
