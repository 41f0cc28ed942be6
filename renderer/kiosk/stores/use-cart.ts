import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { CartState } from './cart-store.ts'
import type { CartActions, CartView } from './cart-view.ts'
import type { CatalogueView } from './catalogue-view.ts'
import { evaluateCart, orderLinesOf } from './evaluate-cart.ts'
import { useKiosk } from './kiosk-context.tsx'
import { useAccount } from './use-account.ts'
import { useCatalogue } from './use-catalogue.ts'

/** The signed-in inmate's cart with what changes it; `undefined` while loading. Kept over sign-out and restart. */
export function useCart(): (CartView & CartActions) | undefined {
  const cart = useStore(useKiosk().cart)
  const catalogue = useCatalogue()
  const account = useAccount()
  const leftCents = account?.leftCents ?? null
  return useMemo(() => {
    const { items, review } = cart
    if (catalogue === undefined || items === undefined) return undefined
    const view = evaluateCart({ items, review, catalogue, leftCents })
    return { ...view, ...actionsOn(cart, view, catalogue) }
  }, [cart, catalogue, leftCents])
}

function actionsOn(cart: CartState, view: CartView, { products, currentWindow }: CatalogueView): CartActions {
  const inCart = (productId: string) => cart.items?.find(item => item.productId === productId)?.quantity ?? 0
  return {
    add: productId => {
      const left = products.find(({ id }) => id === productId)?.leftToOrder ?? 0
      if (inCart(productId) < left) cart.quantityChanged(productId, inCart(productId) + 1)
    },
    setQuantity: cart.quantityChanged,
    remove: productId => cart.quantityChanged(productId, 0),
    clear: cart.cleared,
    openReview: () => {
      if (currentWindow === null || view.lines.length === 0) return false
      cart.reviewOpened(currentWindow.id, orderLinesOf(view.lines))
      return true
    },
    closeReview: cart.reviewClosed,
  }
}
