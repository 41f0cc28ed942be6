import { expect, test } from 'vitest'
import { createProductSearch } from './search-products.ts'
import { bread, coffee, milk, offered, products } from './testing/sample-goods.ts'

const search = createProductSearch(products.map(product => offered(product, 1)))
const found = (query: string, language: 'fr' | 'nl' | 'de' | 'en' = 'en') => search(query, language).map(({ id }) => id)

test.each([
  ['finds by the beginning of a word', 'cof', [coffee.id]],
  ['finds inside a word', 'offee', [coffee.id]],
  ['does not mind case', 'COFFEE', [coffee.id]],
  ['does not mind accents', 'cafe', [coffee.id]],
  ['does not mind the order of words', 'bread wholemeal', [bread.id]],
  ['finds in another language than the screen’s', 'Vollkornbrot', [bread.id]],
  ['wants every word', 'coffee bread', []],
  ['finds nothing for signs alone', '?!', []],
  ['finds nothing for nothing', '  ', []],
])('%s', (_name, query, ids) => {
  expect(found(query)).toEqual(ids)
})

test('puts the names in the language of the screen first', () => {
  expect(found('whole', 'en')[0]).toBe(milk.id)
  expect(found('vol', 'nl')).toEqual([milk.id, bread.id])
})
