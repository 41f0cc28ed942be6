import { Temporal } from 'temporal-polyfill'
import type { Category, OrderWindow, Product } from '#shared/contracts/catalogue.ts'
import type { Notice } from '#shared/contracts/notice.ts'
import { type Prison, prisonSchema } from '#shared/contracts/sync.ts'
import { createCategories } from './catalogue/categories.ts'
import { createProducts } from './catalogue/products.ts'
import { createAccountHistory } from './history/account-history.ts'
import { habitOf } from './history/habits.ts'
import { createMedicalRequests } from './history/medical-requests.ts'
import { createPast } from './history/past.ts'
import type { SampleRequest } from './history/request.ts'
import type { SampleTransaction } from './history/transaction.ts'
import { createNotices } from './notices/notices.ts'
import { createOrderWindows } from './order-windows.ts'
import { createInmates, type SampleInmate } from './people/inmates.ts'
import { createPlaces, type SamplePlaces } from './people/places.ts'
import { PRISON_TIME_ZONE } from './prison-time.ts'
import { stableId } from './stable-id.ts'

export interface SamplePrison extends SamplePlaces {
  readonly prison: Prison
  readonly inmates: readonly SampleInmate[]
  readonly categories: readonly Category[]
  readonly products: readonly Product[]
  /** Oldest first: those the earlier orders belong to, the one open now, and those to come. */
  readonly orderWindows: readonly OrderWindow[]
  readonly notices: readonly Notice[]
  /** For each inmate in turn, oldest first. */
  readonly transactions: readonly SampleTransaction[]
  readonly requests: readonly SampleRequest[]
}

const prison: Prison = prisonSchema.parse({
  id: stableId('prison:valmont'),
  names: {
    fr: 'Prison de Valmont (fictive)',
    nl: 'Gevangenis Valmont (fictief)',
    de: 'Gefängnis Valmont (fiktiv)',
    en: 'Valmont Prison (fictional)',
  },
  timeZone: PRISON_TIME_ZONE,
})

/**
 * The invented prison of Valmont as it is on `today` (`YYYY-MM-DD`, in the prison's time zone).
 *
 *  - The same day gives the same prison, to the last character, on every machine.
 *  - People, places and goods are the same on every day; notices, order windows and accounts move with `today`.
 *  - Everything in `transactions` and `requests` happened before `today` began.
 *
 * Throws a `RangeError` where `today` is not a day.
 */
export function createSamplePrison({ today }: { readonly today: string }): SamplePrison {
  const day = Temporal.PlainDate.from(today)
  const places = createPlaces()
  const inmates = createInmates(places.cells)
  const products = createProducts()
  const orderWindows = createOrderWindows(day)
  const past = createPast(day, orderWindows, products)
  const accounts = inmates.map((inmate, index) => createAccountHistory(inmate, habitOf(index, inmate.number), past))
  return {
    prison,
    ...places,
    inmates,
    categories: createCategories(),
    products,
    orderWindows,
    notices: createNotices(day),
    transactions: accounts.flatMap(({ transactions }) => transactions),
    requests: [
      ...accounts.flatMap(({ orders }) => orders),
      ...inmates.flatMap(inmate => createMedicalRequests(inmate, day)),
    ],
  }
}
