import type { Language } from '#shared/contracts/language.ts'
import { languages } from '#shared/contracts/languages.ts'
import type { CatalogueProduct } from '../stores/catalogue-view.ts'

/** Finds products by words; built once per catalogue. */
export type ProductSearch = (query: string, language: Language) => readonly CatalogueProduct[]

/**
 * Makes the search over a catalogue.
 *
 *  - Every word that was typed has to begin a word of the name, or stand inside one.
 *  - Case and accents do not matter, nor the order of the words.
 *  - Names in every language are searched: who does not know the word here may know their own. Those in the
 *    language of the screen come first, and among them those whose name begins with what was typed.
 */
export function createProductSearch(products: readonly CatalogueProduct[]): ProductSearch {
  const index = products.map(product => ({
    product,
    names: new Map(languages.map(language => [language, plain(product.names[language])])),
  }))
  return (query, language) => {
    const wanted = plain(query).split(' ').filter(Boolean)
    if (wanted.length === 0) return []
    const found = index.map(({ product, names }) => ({ product, rank: rankOf(names, wanted, language) }))
    return found
      .filter(({ rank }) => rank < NOT_FOUND)
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ product }) => product)
  }
}

const NOT_FOUND = 6

/** 0 to 2 in the screen's language, 3 to 5 in another: at the beginning, at the beginning of a word, inside one. */
function rankOf(names: ReadonlyMap<Language, string>, wanted: readonly string[], language: Language): number {
  const ranks = [...names].map(([nameLanguage, name]) => {
    const rank = rankInName(name, wanted)
    return rank === NOT_FOUND || nameLanguage === language ? rank : rank + 3
  })
  return Math.min(...ranks)
}

function rankInName(name: string, wanted: readonly string[]): number {
  if (!wanted.every(word => name.includes(word))) return NOT_FOUND
  if (name.startsWith(wanted.join(' '))) return 0
  return wanted.every(word => ` ${name}`.includes(` ${word}`)) ? 1 : 2
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
