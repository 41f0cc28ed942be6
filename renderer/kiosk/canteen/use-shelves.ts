import { useLanguage } from '#renderer/i18n/use-language.ts'
import type { Allergen } from '#shared/contracts/catalogue.ts'
import type { CategoryId } from '#shared/contracts/ids.ts'
import { useMemo, useState } from 'react'
import type { CatalogueProduct, CatalogueView } from '../stores/catalogue-view.ts'
import { createProductSearch } from './search-products.ts'

/** A search shows no more cards than a screen can draw at once. */
const MAX_SHOWN = 40

export interface Shelves {
  /** The chosen shelf; null while a search is shown instead. */
  readonly shelf: CategoryId | null
  readonly query: string
  readonly without: ReadonlySet<Allergen>
  /** The products of the shelf or the search, without those left out. */
  readonly shown: readonly CatalogueProduct[]
  /** How many the search found in all. */
  readonly found: number
  readonly hidden: number
  readonly chooseShelf: (id: CategoryId) => void
  readonly search: (query: string) => void
  readonly leaveOut: (without: ReadonlySet<Allergen>) => void
}

/** What one is looking at: a shelf or a search, and what is to be left out. One of them is drawn at a time. */
export function useShelves({ categories, products }: Pick<CatalogueView, 'categories' | 'products'>): Shelves {
  const { language } = useLanguage()
  const [chosen, setChosen] = useState<CategoryId | null>(null)
  const [query, setQuery] = useState('')
  const [without, setWithout] = useState<ReadonlySet<Allergen>>(new Set())
  const isSearching = query.trim() !== ''
  const shelf = categories.find(({ id }) => id === chosen)?.id ?? categories[0]?.id ?? null
  const find = useMemo(() => createProductSearch(products), [products])
  const candidates = useMemo(
    () => (isSearching ? find(query, language) : products.filter(({ categoryId }) => categoryId === shelf)),
    [isSearching, find, query, language, products, shelf],
  )
  const allowed = candidates.filter(product => !product.allergens.some(allergen => without.has(allergen)))
  return {
    shelf: isSearching ? null : shelf,
    query,
    without,
    shown: isSearching ? allowed.slice(0, MAX_SHOWN) : allowed,
    found: allowed.length,
    hidden: candidates.length - allowed.length,
    chooseShelf: id => {
      setQuery('')
      setChosen(id)
    },
    search: setQuery,
    leaveOut: setWithout,
  }
}
