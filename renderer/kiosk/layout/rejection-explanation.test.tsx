import { resources } from '#renderer/i18n/i18n.ts'
import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import { languages } from '#shared/contracts/language.ts'
import { type Rejection, rejectionSchema } from '#shared/contracts/verdict.ts'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { KioskProvider } from '../stores/kiosk-context.tsx'
import type { OrderView } from '../stores/request-view.ts'
import { createFakeKiosk } from '../stores/testing/fake-kiosk.ts'
import { RejectionExplanation } from './rejection-explanation.tsx'

const coffee = 'coffee-500'
const facts = {
  productId: coffee,
  left: 2,
  totalCents: 1240,
  leftCents: 900,
  availableCents: 1000,
  lines: [{ productId: coffee, seenCents: 499, nowCents: 549 }],
}
const rejections = rejectionSchema.options.map((option): Rejection => {
  const wanted = Object.keys(option.shape).filter(key => key !== 'code')
  const extra = Object.fromEntries(Object.entries(facts).filter(([key]) => wanted.includes(key)))
  return rejectionSchema.parse({ code: option.shape.code.value, ...extra })
})

const order = {
  lines: [{ productId: coffee, names: { fr: 'Café', nl: 'Koffie', de: 'Kaffee', en: 'Coffee' } }],
} as unknown as OrderView

afterEach(cleanup)

function show(rejection: Rejection, language: (typeof languages)[number], about: OrderView | null = order) {
  render(
    <TextsForTests language={language}>
      <KioskProvider kiosk={createFakeKiosk()}>
        <RejectionExplanation rejection={rejection} order={about} />
      </KioskProvider>
    </TextsForTests>,
  )
  return document.body.textContent
}

const table = languages.flatMap(language =>
  rejections.map(rejection => ({ language, code: rejection.code, rejection })),
)

test.each(table)('explains $code in $language', ({ language, code, rejection }) => {
  const words = show(rejection, language)

  expect(words).toContain(resources[language].rejections.advice[code])
  expect(words).not.toContain(code)
  expect(words).not.toMatch(/\{\{|undefined|NaN|!/)
})

test.each(languages)('names the product in %s', language => {
  expect(show({ code: 'ORDER_STOCK_SHORT', ...product(), left: 2 }, language)).toContain(
    order.lines[0]?.names?.[language],
  )
})

test('says sold out where none is left', () => {
  expect(show({ code: 'ORDER_STOCK_SHORT', ...product(), left: 0 }, 'en')).toContain('This is sold out: Coffee')
})

test('speaks of a product that is nowhere known without its name', () => {
  expect(show({ code: 'ORDER_PRODUCT_UNKNOWN', ...product() }, 'en', null)).toContain(
    'This is no longer sold: a product',
  )
})

test('shows old and new price of what became dearer, and the new total', () => {
  const rose = rejections.find(({ code }) => code === 'ORDER_PRICE_ROSE')
  if (rose !== undefined) show(rose, 'en')

  expect(screen.getByRole('row', { name: /Coffee/ }).textContent).toMatch(/4,99.*5,49/)
  expect(screen.getByRole('row', { name: /whole order/ }).textContent).toMatch(/12,40/)
})

function product() {
  const [line] = order.lines
  if (line === undefined) throw new Error('the order of these tests has a line')
  return { productId: line.productId }
}
