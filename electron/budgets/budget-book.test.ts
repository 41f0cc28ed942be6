import { type Carried, defaultBudgetLimits } from '#shared/policy/budget.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { amara, bilal } from '../testing/sample-operations.ts'
import { type BudgetBook, createBudgetBook, type Place, usedPercent } from './budget-book.ts'
import { type BudgetFile, budgetFileSchema, MOST_ACCOUNTS, MOST_ADDRESSES } from './budget-file.ts'

const DAY = '2026-11-22'
const none: Carried = { query: 0, path: 0 }
const jobs: Place = { inmateId: amara.inmateId, siteId: 'jobs' }

interface Wish {
  readonly place: Place
  readonly carried: Carried
  readonly address: string | undefined
}

const anyWish: fc.Arbitrary<Wish> = fc.record({
  place: fc.record({
    inmateId: fc.constantFrom(amara.inmateId, bilal.inmateId),
    siteId: fc.constantFrom('jobs', 'library'),
  }),
  carried: fc.record({ query: fc.integer({ min: 1, max: 3000 }), path: fc.nat(30_000) }),
  address: fc.option(fc.constantFrom('https://a.example/1', 'https://a.example/2', 'https://b.example/'), {
    nil: undefined,
  }),
})

const nameOf = ({ inmateId, siteId }: Place): string => `${inmateId} ${siteId}`

function throughDisk(file: BudgetFile): BudgetFile {
  return budgetFileSchema.parse(JSON.parse(JSON.stringify(file)))
}

/** What a fair count would be: every wish that the book let out, an address once. */
function fairCount(wishes: readonly (Wish & { readonly hasFitted: boolean })[], place: Place): Carried {
  const own = wishes.filter(wish => wish.hasFitted && nameOf(wish.place) === nameOf(place))
  const isFirst = ({ address }: Wish, index: number) =>
    address === undefined || own.findIndex(one => one.address === address) === index
  return own.filter(isFirst).reduce((sum, { carried }) => plus(sum, carried), none)
}

function plus(one: Carried, other: Carried): Carried {
  return { query: one.query + other.query, path: one.path + other.path }
}

function isWithin(count: Carried, most: Carried): boolean {
  return count.query <= most.query && count.path <= most.path
}

test('what was let out is what is counted, an address once, and never beyond the limits', () => {
  fc.assert(
    fc.property(fc.array(anyWish, { maxLength: 60 }), wishes => {
      const book = createBudgetBook(DAY, undefined)
      const told = wishes.map(wish => ({ ...wish, hasFitted: book.spend(wish.place, wish.carried, wish.address) }))
      for (const { place } of wishes) {
        expect(book.spent(place)).toEqual(fairCount(told, place))
        expect(isWithin(book.spent(place), defaultBudgetLimits)).toBe(true)
      }
    }),
  )
})

test('a restart with every visit closed changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyWish, { maxLength: 40 }), wishes => {
      const book = createBudgetBook(DAY, undefined)
      const spend = (one: BudgetBook) => wishes.map(wish => one.spend(wish.place, wish.carried, wish.address))
      spend(book)
      const again = createBudgetBook(DAY, throughDisk(book.page([], none)))
      expect(wishes.map(({ place }) => again.spent(place))).toEqual(wishes.map(({ place }) => book.spent(place)))
      expect(spend(again)).toEqual(spend(book))
    }),
  )
})

test('a restart in the middle of a visit never counts less, and lets nothing out that would not have gone', () => {
  fc.assert(
    fc.property(fc.array(anyWish, { maxLength: 40 }), anyWish, (wishes, next) => {
      const book = createBudgetBook(DAY, undefined)
      for (const { place, carried, address } of wishes) book.spend(place, carried, address)
      const places = wishes.map(({ place }) => place)
      const again = createBudgetBook(DAY, throughDisk(book.page(places, { query: 400, path: 5_000 })))
      expect(places.every(place => isWithin(book.spent(place), again.spent(place)))).toBe(true)
      const fitsAgain = again.spend(next.place, next.carried, next.address)
      expect(fitsAgain && !book.spend(next.place, next.carried, next.address)).toBe(false)
    }),
  )
})

test('another day begins with nothing', () => {
  const book = createBudgetBook(DAY, undefined)
  book.spend(jobs, { query: 100, path: 0 }, 'https://a.example/1')
  const next = createBudgetBook('2026-11-23', book.page([], none))
  expect(next.spent(jobs)).toEqual(none)
  expect(next.page([], none).accounts).toEqual([])
})

test('of an address nothing can be read on the disk', () => {
  const book = createBudgetBook(DAY, undefined)
  book.spend(jobs, { query: 5, path: 0 }, 'https://a.example/?q=baker')
  expect(JSON.stringify(book.page([], none))).not.toMatch(/example|baker/)
})

test('where no more can be remembered, it counts each time, and for who is one too many all is spent', () => {
  const book = createBudgetBook(DAY, undefined)
  const siteOf = (number: number): Place => ({ ...jobs, siteId: `site-${number % 10}` })
  const one: Carried = { query: 0, path: 1 }
  for (let number = 0; number <= MOST_ADDRESSES; number += 1)
    book.spend(siteOf(number), one, `https://a.example/${number}`)
  const last = `https://a.example/${MOST_ADDRESSES}`
  const before = book.spent(siteOf(0)).path
  expect(book.spend(siteOf(0), one, last)).toBe(true)
  expect(book.spent(siteOf(0)).path).toBe(before + 1)
  for (let number = 0; number < MOST_ACCOUNTS; number += 1) book.spend({ ...jobs, siteId: `s-${number}` }, one)
  expect(book.spend({ ...jobs, siteId: 'one-too-many' }, one)).toBe(false)
  expect(book.spend({ ...jobs, siteId: 'one-too-many' }, none)).toBe(true)
  expect(() => throughDisk(book.page([], none))).not.toThrow()
})

test.each([
  [{ query: 0, path: 0 }, 0],
  [{ query: 1, path: 0 }, 1],
  [{ query: 960, path: 5_000 }, 12],
  [{ query: 0, path: 80_001 }, 81],
  [{ query: 7_999, path: 0 }, 99],
  [{ query: 8_000, path: 0 }, 100],
])('%o is shown as %d %%', (spent, percent) => {
  expect(usedPercent(spent)).toBe(percent)
})
