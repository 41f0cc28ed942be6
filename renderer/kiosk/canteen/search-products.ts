import type { CategoryId } from '#shared/contracts/ids.ts'
import type { Language } from '#shared/contracts/language.ts'
import { languages } from '#shared/contracts/languages.ts'
import type { CatalogueProduct } from '../stores/catalogue-view.ts'

/** Finds products by words; built once per catalogue. */
export type ProductSearch = (query: string, language: Language) => readonly CatalogueProduct[]

/**
 * Makes the search over a catalogue.
 *
 *  - Every word that was typed has to stand in the name: as a word, at an edge of one, or inside one.
 *  - Case and accents do not matter, nor the order of the words.
 *  - Names in every language are searched: who does not know the word here may know their own. Those in the
 *    language of the screen come first.
 *  - A whole word counts before an edge of a word, where a compound has its head, and that before the inside of one.
 *    Among equals the shelf with the most that fits comes first: "tea" is seven teas before one tea towel. The rest is
 *    the catalogue's own order.
 */
export function createProductSearch(products: readonly CatalogueProduct[]): ProductSearch {
  const index = products.map(product => ({
    product,
    names: new Map(languages.map(language => [language, plain(product.names[language])])),
  }))
  return (query, language) => {
    const wanted = plain(query).split(' ').filter(Boolean)
    if (wanted.length === 0) return []
    const found = index
      .map(({ product, names }) => ({ product, rank: rankOf(names, wanted, language) }))
      .filter(({ rank }) => rank < NOT_FOUND)
    const fitting = countOnShelves(found)
    return found.toSorted((a, b) => a.rank - b.rank || fitting(b) - fitting(a)).map(({ product }) => product)
  }
}

interface Found {
  readonly product: CatalogueProduct
  readonly rank: number
}

/** Tells of a product how many on its shelf fit at least as well, itself included. */
function countOnShelves(found: readonly Found[]): (one: Found) => number {
  const ranks = new Map<CategoryId, number[]>()
  for (const { product, rank } of found) {
    ranks.set(product.categoryId, [...(ranks.get(product.categoryId) ?? []), rank])
  }
  return one => (ranks.get(one.product.categoryId) ?? []).filter(rank => rank <= one.rank).length
}

const NOT_FOUND = 6
/** Fewer letters at the end of a word are its ending: "te" is not sought in "chocolate" while one types "tea". */
const LETTERS_OF_A_HEAD = 3

/** 0 to 2 in the screen's language, 3 to 5 in another: as a word, at an edge of one, inside one. */
function rankOf(names: ReadonlyMap<Language, string>, wanted: readonly string[], language: Language): number {
  const ranks = [...names].map(([nameLanguage, name]) => {
    const rank = rankInName(name, wanted)
    return rank === NOT_FOUND || nameLanguage === language ? rank : rank + 3
  })
  return Math.min(...ranks)
}

/** As well as the word that fits worst. */
function rankInName(name: string, wanted: readonly string[]): number {
  const spaced = ` ${name} `
  return Math.max(...wanted.map(word => rankOfWord(spaced, word)))
}

function rankOfWord(spaced: string, word: string): number {
  if (spaced.includes(` ${word} `)) return 0
  const isAtEnd = word.length >= LETTERS_OF_A_HEAD && spaced.includes(`${word} `)
  if (isAtEnd || spaced.includes(` ${word}`)) return 1
  return spaced.includes(word) ? 2 : NOT_FOUND
}

/** Lower case, without accents, with one space between words. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
