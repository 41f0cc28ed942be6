import type { PictureName } from '#shared/canteen/pictures.ts'
import type { Allergen } from '#shared/contracts/catalogue.ts'

/** Something that usually contains it, for who looks rather than reads. */
export const allergenPictures = {
  gluten: 'bread',
  crustaceans: 'shrimp',
  eggs: 'egg',
  fish: 'fish',
  peanuts: 'peanuts',
  soybeans: 'beans',
  milk: 'glass-of-milk',
  nuts: 'chestnut',
  celery: 'leafy-green',
  mustard: 'hot-dog',
  sesame: 'hamburger',
  sulphites: 'grapes',
  lupin: 'pea-pod',
  molluscs: 'oyster',
} as const satisfies Record<Allergen, PictureName>
