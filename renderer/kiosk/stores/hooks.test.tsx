import { coffee, inmateId } from '#renderer/data/testing/sample-operations.ts'
import {
  aCategory,
  anAccount,
  anEntry,
  aNotice,
  aPerson,
  aProduct,
  aWindow,
} from '#renderer/data/testing/sample-rows.ts'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { KioskProvider } from './kiosk-context.tsx'
import type { Kiosk } from './kiosk.ts'
import { mergeRequests } from './merge-requests.ts'
import { createFakeKiosk, type FakeKioskFacts, settledView } from './testing/fake-kiosk.ts'
import { useAccount } from './use-account.ts'
import { useActions } from './use-actions.ts'
import { useCart } from './use-cart.ts'
import { useCatalogue } from './use-catalogue.ts'
import { useNotices } from './use-notices.ts'
import { useRequest, useRequests } from './use-requests.ts'
import { useSession } from './use-session.ts'

const shop: FakeKioskFacts = {
  person: aPerson(),
  categories: [aCategory()],
  products: [aProduct()],
  windows: [aWindow()],
  account: anAccount(),
  requests: mergeRequests(inmateId(1), {
    requests: [],
    entries: [anEntry(1)],
    received: [],
    products: [],
    windows: [],
  }),
}

function over<Value>(kiosk: Kiosk, useHook: () => Value) {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <KioskProvider kiosk={kiosk}>{children}</KioskProvider>
  )
  return renderHook(useHook, { wrapper }).result
}

test('is loading while a view has no answer', () => {
  const kiosk = createFakeKiosk(shop)
  const loading = { ...kiosk, shared: { ...kiosk.shared, products: settledView(undefined) } } as unknown as Kiosk
  expect(over(loading, useCatalogue).current).toBeUndefined()
  expect(over(loading, useCart).current).toBeUndefined()
})

test('shows nothing personal while nobody is signed in', () => {
  const kiosk = createFakeKiosk({ ...shop, person: null })
  expect(over(kiosk, useRequests).current).toBeUndefined()
  expect(over(kiosk, useAccount).current).toBeUndefined()
  expect(over(kiosk, useCart).current).toBeUndefined()
})

test('the cart counts what is recorded here, and stops at what may be ordered', () => {
  const cart = over(createFakeKiosk({ ...shop, products: [aProduct(coffee, { maxPerOrder: 2 })] }), useCart)
  act(() => cart.current?.add(coffee))
  act(() => cart.current?.add(coffee))
  act(() => cart.current?.add(coffee))
  expect(cart.current).toMatchObject({ count: 2, totalCents: 600, leftAfterCents: 1100, leftToSpendAfterCents: 4100 })
})

test('a quantity beyond the limit is shown as such, and the prison’s answer foreseen', () => {
  const cart = over(createFakeKiosk(shop), useCart)
  act(() => cart.current?.setQuantity(coffee, 9))
  expect(cart.current).toMatchObject({
    lines: [{ isOverLimit: true }],
    decision: { effect: 'reject', rejection: { code: 'ORDER_LIMIT_REACHED', left: 5 } },
  })
})

test('opens a review of what is on the screen, and none of an empty cart', () => {
  const cart = over(createFakeKiosk(shop), useCart)
  let isOpen = cart.current?.openReview()
  expect(isOpen).toBe(false)
  act(() => cart.current?.add(coffee))
  act(() => {
    isOpen = cart.current?.openReview()
  })
  expect(isOpen).toBe(true)
  expect(cart.current?.review).toMatchObject({
    windowId: aWindow().id,
    totalCents: 300,
    lines: [{ productId: coffee, quantity: 1, seenUnitPriceCents: 300 }],
  })
})

test('opens no review while no window is open', () => {
  const cart = over(
    createFakeKiosk({ ...shop, windows: [], cart: { items: [{ productId: coffee, quantity: 1 }] } }),
    useCart,
  )
  expect(cart.current?.openReview()).toBe(false)
})

test('names what is in the cart and no longer in the canteen', () => {
  const cart = over(
    createFakeKiosk({ ...shop, products: [], cart: { items: [{ productId: coffee, quantity: 1 }] } }),
    useCart,
  )
  expect(cart.current).toMatchObject({ lines: [], missing: [coffee], count: 0 })
})

test('an account that was not sent is not an empty one', () => {
  expect(over(createFakeKiosk({ ...shop, account: null }), useAccount).current).toBeNull()
})

test('finds one request, and says when there is none', () => {
  const kiosk = createFakeKiosk(shop)
  expect(over(kiosk, () => useRequest(anEntry(1).operation.id)).current).toMatchObject({ state: 'recorded' })
  expect(over(kiosk, () => useRequest('nothing')).current).toBeNull()
})

test('marks a notice as read', () => {
  const markNoticeRead = vi.fn<Kiosk['markNoticeRead']>()
  const notice = aNotice('visits')
  const notices = over(createFakeKiosk({ ...shop, notices: [notice], markNoticeRead }), useNotices)
  notices.current?.markRead(notice.id)
  expect(markNoticeRead).toHaveBeenCalledWith(notice.id)
})

test('redraws for a change of language only what asked for it', () => {
  const kiosk = createFakeKiosk(shop)
  const language = over(kiosk, () => useSession(session => session.language))
  act(() => kiosk.session.getState().chooseLanguage('de'))
  expect(language.current).toBe('de')
})

test('hands out the same actions always', () => {
  const kiosk = createFakeKiosk(shop)
  expect(over(kiosk, useActions).current).toBe(kiosk.actions)
})
