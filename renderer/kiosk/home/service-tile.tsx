import { Tile, type TileProps } from '#renderer/ui/display/tile.tsx'
import { useTranslation } from 'react-i18next'
import type { Service } from '../navigation.ts'
import { useNavigation } from '../navigation-context.tsx'
import { placePictures } from '../place-pictures.ts'

/** A service's tile: its word and picture are the rail's, its line comes from the service. */
export function ServiceTile({
  service,
  ...truth
}: { readonly service: Service } & Pick<TileProps, 'line' | 'badge' | 'isClosed'>) {
  const { t } = useTranslation('frame')
  const { went } = useNavigation()
  return (
    <Tile
      picture={placePictures[service]}
      title={t(`places.${service}`)}
      onPress={() => went({ place: service })}
      {...truth}
    />
  )
}
