import { type Allergen, categorySchema, orderWindowSchema, productSchema } from '#shared/contracts/catalogue.ts'
import { inmateIdSchema } from '#shared/contracts/ids.ts'
import type { LocalText } from '#shared/contracts/language.ts'
import { personSchema } from '#shared/contracts/person.ts'
import type { CatalogueProduct } from '../../stores/catalogue-view.ts'

/** When the tests of the canteen take place: inside `openWindow`. */
export const nowMs = Date.parse('2026-03-02T10:00:00Z')

const inmateId = inmateIdSchema.parse('0db3c20b-8faf-80bd-ae81-ffcc1908f37d')
export const amara = personSchema.parse({ inmateId, number: '1001', givenName: 'Amara', language: 'en' })
export const account = { inmateId, availableCents: 2_000, heldCents: 0 }

export const openWindow = orderWindowSchema.parse({
  id: 'march-6',
  opensAt: '2026-02-24T17:00:00Z',
  closesAt: '2026-03-03T17:00:00Z',
  lateUntil: '2026-03-04T05:00:00Z',
  deliveryDay: '2026-03-06',
  maxTotalCents: 5_000,
})
export const nextWindow = orderWindowSchema.parse({
  ...openWindow,
  id: 'march-13',
  opensAt: '2026-03-03T17:00:00Z',
  closesAt: '2026-03-10T17:00:00Z',
  lateUntil: '2026-03-11T05:00:00Z',
  deliveryDay: '2026-03-13',
})

const names = (fr: string, nl: string, de: string, en: string): LocalText => ({ fr, nl, de, en })

export const categories = [
  categorySchema.parse({
    id: 'drinks',
    names: names('Boissons', 'Dranken', 'Getränke', 'Drinks'),
    picture: 'hot-beverage',
    position: 1,
  }),
  categorySchema.parse({
    id: 'food',
    names: names('Nourriture', 'Eten', 'Essen', 'Food'),
    picture: 'bread',
    position: 2,
  }),
]

interface Goods {
  readonly id: string
  readonly categoryId: string
  readonly names: LocalText
  readonly priceCents: number
  readonly stock?: number
  readonly maxPerOrder?: number
  readonly allergens?: readonly Allergen[]
}

function goods({ stock = 50, maxPerOrder = 4, allergens = [], ...rest }: Goods) {
  const limits = { stock, maxPerOrder, maxPerWindow: maxPerOrder, allergens }
  return productSchema.parse({ unit: '500 g', picture: 'bread', ...limits, ...rest })
}

export const coffee = goods({
  id: 'coffee',
  categoryId: 'drinks',
  names: names('Café moulu', 'Gemalen koffie', 'Gemahlener Kaffee', 'Ground coffee'),
  priceCents: 499,
  maxPerOrder: 2,
})
export const milk = goods({
  id: 'milk',
  categoryId: 'drinks',
  names: names('Lait entier', 'Volle melk', 'Vollmilch', 'Whole milk'),
  priceCents: 120,
  stock: 3,
  allergens: ['milk'],
})
export const tea = goods({
  id: 'tea',
  categoryId: 'drinks',
  names: names('Thé vert', 'Groene thee', 'Grüner Tee', 'Green tea'),
  priceCents: 250,
  stock: 0,
})
export const bread = goods({
  id: 'bread',
  categoryId: 'food',
  names: names('Pain complet', 'Volkorenbrood', 'Vollkornbrot', 'Wholemeal bread'),
  priceCents: 210,
  allergens: ['gluten'],
})
export const products = [coffee, milk, tea, bread]

/** A product as the catalogue shows it, with `leftToOrder` as given. */
export function offered(product: (typeof products)[number], leftToOrder: number): CatalogueProduct {
  return { ...product, leftToOrder }
}
