import { z } from 'zod'
import { centsSchema, priceCentsSchema } from './cents.ts'
import { categoryIdSchema, orderWindowIdSchema, productIdSchema } from './ids.ts'
import { daySchema, instantSchema } from './instant.ts'
import { localTextSchema } from './language.ts'

/** The fourteen allergens of Regulation (EU) 1169/2011, annex II. */
export const allergens = [
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soybeans',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const
export const allergenSchema = z.enum(allergens)
export type Allergen = z.output<typeof allergenSchema>

export const categorySchema = z.strictObject({
  id: categoryIdSchema,
  names: localTextSchema,
  picture: z.string(),
  position: z.int().min(0),
})
export type Category = z.output<typeof categorySchema>

export const productSchema = z.strictObject({
  id: productIdSchema,
  categoryId: categoryIdSchema,
  names: localTextSchema,
  /** Size or content as printed on the shelf: "500 g", "6 × 33 cl"; "4 ×" is read as four pieces. */
  unit: z.string(),
  picture: z.string(),
  priceCents: priceCentsSchema,
  /** What the canteen has left to promise. */
  stock: z.int().min(0),
  maxPerOrder: z.int().min(1),
  maxPerWindow: z.int().min(1),
  allergens: z.array(allergenSchema),
})
export type Product = z.output<typeof productSchema>

/**
 * When orders are taken. Confirmed before `closesAt` and received before `lateUntil` counts, so that a
 * cut line does not cost an inmate the week's order.
 */
export const orderWindowSchema = z.strictObject({
  id: orderWindowIdSchema,
  opensAt: instantSchema,
  closesAt: instantSchema,
  lateUntil: instantSchema,
  deliveryDay: daySchema,
  /** The most one person may spend in this window. */
  maxTotalCents: centsSchema,
})
export type OrderWindow = z.output<typeof orderWindowSchema>
