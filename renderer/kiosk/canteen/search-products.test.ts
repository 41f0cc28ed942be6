import { productSchema } from '#shared/contracts/catalogue.ts'
import { expect, test } from 'vitest'
import { createProductSearch } from './search-products.ts'
import { bread, coffee, milk, offered, products, tea } from './testing/sample-goods.ts'

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

const goods = (id: string, categoryId: string, de: string, en: string) =>
  productSchema.parse({ ...tea, id, categoryId, names: { ...tea.names, de, en } })

const shop = createProductSearch(
  [
    goods('tea-towels', 'cleaning', 'Geschirrtücher', 'Tea towels'),
    goods('milk-chocolate', 'biscuits', 'Milchschokolade', 'Milk chocolate'),
    goods('milk-chocolate-nuts', 'biscuits', 'Milchschokolade mit Nüssen', 'Milk chocolate with nuts'),
    goods('black-tea', 'tea', 'Schwarztee', 'Black tea'),
    goods('green-tea', 'tea', 'Grüntee', 'Green tea'),
    goods('steak', 'tea', 'Steak', 'Steak'),
    goods('low-fat-milk', 'dairy', 'Fettarme Milch', 'Low-fat milk'),
    goods('whole-milk', 'dairy', 'Vollmilch', 'Whole milk'),
    goods('buttermilk', 'dairy', 'Buttermilch', 'Buttermilk'),
  ].map(product => offered(product, 1)),
)

test.each<[string, string, 'de' | 'en', readonly string[]]>([
  ['whole words first, of the fuller shelf first', 'tea', 'en', ['black-tea', 'green-tea', 'tea-towels', 'steak']],
  ['what begins so first while the word is typed', 'te', 'en', ['black-tea', 'green-tea', 'tea-towels']],
  [
    'then what has it at an edge of a word, as compounds do',
    'milch',
    'de',
    ['low-fat-milk', 'whole-milk', 'buttermilk', 'milk-chocolate', 'milk-chocolate-nuts'],
  ],
  [
    'the better fit before the fuller shelf',
    'milk',
    'en',
    ['milk-chocolate', 'milk-chocolate-nuts', 'low-fat-milk', 'whole-milk', 'buttermilk'],
  ],
])('puts %s', (_name, query, language, ids) => {
  expect(
    shop(query, language)
      .slice(0, ids.length)
      .map(({ id }) => id),
  ).toEqual(ids)
})
