import type { PictureName } from '#shared/canteen/pictures.ts'
import type { Place } from './navigation.ts'

/** One picture a place, the same on its tile, in the rail and above its screen: who cannot read finds it by that. */
export const placePictures = {
  home: 'house',
  canteen: 'shopping-cart',
  medical: 'stethoscope',
  requests: 'clipboard',
  account: 'coin',
  notices: 'loudspeaker',
  web: 'globe-with-meridians',
} as const satisfies Record<Place, PictureName>
