import { expect, test } from 'vitest'
import { categorySchema, orderWindowSchema, productSchema } from '#shared/contracts/catalogue.ts'
import { inmateNumberSchema, pinSchema } from '#shared/contracts/ids.ts'
import { languages } from '#shared/contracts/language.ts'
import { noticeSchema } from '#shared/contracts/notice.ts'
import { isPersonText } from '#shared/text/person-text.ts'
import { createSamplePrison, type SamplePrison } from './sample-prison.ts'

const sample = createSamplePrison({ today: '2026-05-14' })

/** Every text in every language that the sample prison publishes, with a word on where it stands. */
function publishedTexts({ prison, wings, categories, products, notices }: SamplePrison) {
  const texts = [
    { place: 'prison', text: prison.names },
    ...wings.map(({ id, names }) => ({ place: id, text: names })),
    ...categories.map(({ id, names }) => ({ place: id, text: names })),
    ...products.map(({ id, names }) => ({ place: id, text: names })),
    ...notices.map(({ id, title }) => ({ place: id, text: title })),
    ...notices.map(({ id, body }) => ({ place: `${id} body`, text: body })),
  ]
  return texts.flatMap(({ place, text }) => languages.map(language => ({ place, language, text: text[language] })))
}

function repeatedAmong(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

test('the same day gives the same prison', () => {
  expect(createSamplePrison({ today: '2026-05-14' })).toEqual(sample)
})

test('another day changes notices, windows and accounts, but no person, place or product', () => {
  const { prison, wings, cells, terminals, inmates, categories, products } = sample
  const other = createSamplePrison({ today: '2027-01-01' })

  expect(other).toMatchObject({ prison, wings, cells, terminals, inmates, categories, products })
  expect(other.orderWindows).not.toEqual(sample.orderWindows)
})

test('what is not a day is refused', () => {
  expect(() => createSamplePrison({ today: 'tomorrow' })).toThrow(RangeError)
})

test('the prison says in every language that it is invented', () => {
  expect(sample.prison.names).toMatchObject({
    fr: expect.stringContaining('fictive') as string,
    nl: expect.stringContaining('fictief') as string,
    de: expect.stringContaining('fiktiv') as string,
    en: expect.stringContaining('fictional') as string,
  })
})

test('it is as large as promised', () => {
  expect(sample.wings).toHaveLength(2)
  expect(sample.cells).toHaveLength(30)
  expect(sample.terminals).toHaveLength(30)
  expect(sample.inmates).toHaveLength(60)
  expect(sample.categories.length).toBeGreaterThanOrEqual(12)
  expect(sample.products.length).toBeGreaterThanOrEqual(220)
  expect(sample.notices.length).toBeGreaterThanOrEqual(8)
  expect(sample.notices.length).toBeLessThanOrEqual(10)
})

test('no id is used twice', () => {
  const { prison, wings, cells, terminals, inmates, transactions, requests } = sample
  const named = [sample.categories, sample.products, sample.orderWindows, sample.notices]
  const ids = [...wings, ...cells, ...terminals, ...inmates, ...transactions, ...requests].map(({ id }) => id)

  expect(repeatedAmong([prison.id, ...ids])).toEqual([])
  expect(named.flatMap(things => repeatedAmong(things.map(({ id }) => id)))).toEqual([])
})

test('every cell has a terminal called like it and no more people than places', () => {
  for (const { id, name, wingId, capacity } of sample.cells) {
    expect(sample.terminals.filter(({ cellId }) => cellId === id)).toMatchObject([{ name }])
    expect(sample.inmates.filter(({ cellId }) => cellId === id)).toHaveLength(capacity)
    expect(sample.wings.some(wing => wing.id === wingId)).toBe(true)
  }
})

test('numbers are five digits and nobody shares one', () => {
  for (const { number } of sample.inmates) expect(inmateNumberSchema.parse(number)).toMatch(/^[0-9]{5}$/)
  expect(repeatedAmong(sample.inmates.map(({ number }) => number))).toEqual([])
})

test('a PIN has four to six digits and differs from the other one of the cell', () => {
  for (const { pin } of sample.inmates) expect(pinSchema.parse(pin)).toMatch(/^[0-9]{4,6}$/)
  expect(repeatedAmong(sample.inmates.map(({ cellId, pin }) => `${cellId} ${pin}`))).toEqual([])
})

test('inmates speak all four languages', () => {
  expect(new Set(sample.inmates.map(({ language }) => language))).toEqual(new Set(languages))
})

test('every text is there in four languages, trimmed and readable', () => {
  const flawed = publishedTexts(sample).filter(
    ({ text }) => text === '' || text !== text.trim() || !isPersonText(text) || text.includes('{'),
  )
  expect(flawed).toEqual([])
})

test('everything published keeps the contracts', () => {
  for (const category of sample.categories) expect(categorySchema.parse(category)).toEqual(category)
  for (const product of sample.products) expect(productSchema.parse(product)).toEqual(product)
  for (const window of sample.orderWindows) expect(orderWindowSchema.parse(window)).toEqual(window)
  for (const notice of sample.notices) expect(noticeSchema.parse(notice)).toEqual(notice)
})

test('notices are on the board today', () => {
  for (const { publishedAt, until } of sample.notices) {
    expect(publishedAt < '2026-05-13T22:00:00.000Z').toBe(true)
    expect(until > '2026-05-14T12:00:00.000Z').toBe(true)
  }
})
