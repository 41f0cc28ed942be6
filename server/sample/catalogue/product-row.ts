import { type Allergen, type Product, productSchema } from '#shared/contracts/catalogue.ts'
import type { PictureName } from '#shared/canteen/pictures.ts'
import { type InFourLanguages, inFourLanguages } from '../in-four-languages.ts'

type Shelf = readonly [
  id: string,
  unit: string,
  priceCents: number,
  stock: number,
  maxPerOrder: number,
  maxPerWindow: number,
  picture: PictureName,
  ...allergens: Allergen[],
]

/** A product as the tables hold it: what stands on the shelf, then its names. `unit` reads the same in every language, pieces ("4 ×") apart. */
export type ProductRow = readonly [shelf: Shelf, names: InFourLanguages]

export function toProduct(categoryId: string, [shelf, names]: ProductRow): Product {
  const [id, unit, priceCents, stock, maxPerOrder, maxPerWindow, picture, ...allergens] = shelf
  return productSchema.parse({
    id,
    categoryId,
    names: inFourLanguages(names),
    unit,
    picture,
    priceCents,
    stock,
    maxPerOrder,
    maxPerWindow,
    allergens,
  })
}
