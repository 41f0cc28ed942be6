import type { Closure } from '#shared/contracts/closure.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClosedService } from '../layout/closed/closed-service.tsx'
import type { CartActions, CartView } from '../stores/cart-view.ts'
import type { CatalogueView } from '../stores/catalogue-view.ts'
import { useCart } from '../stores/use-cart.ts'
import { useCatalogue } from '../stores/use-catalogue.ts'
import { useLine } from '../stores/use-line.ts'
import { useClosure } from '../stores/use-open-state.ts'
import { GoodsPage } from './goods-page.tsx'
import { NoGoodsPage } from './no-goods-page.tsx'
import { evaluateReview } from './order-to-confirm.ts'
import { ReceiptPage } from './receipt-page.tsx'
import { ReviewPage } from './review-page.tsx'
import { useConfirmOrder } from './use-confirm-order.ts'
import { useHeadingFocus } from './use-heading-focus.ts'
import { useShelves } from './use-shelves.ts'
import { WithoutPage } from './without-page.tsx'

/** From the shelves to the receipt. */
export function CanteenScreen() {
  const catalogue = useCatalogue()
  const cart = useCart()
  const closure = useClosure('canteen')
  if (catalogue !== undefined && cart !== undefined)
    return <Canteen catalogue={catalogue} cart={cart} closure={closure} />
  return closure === null ? <NoGoodsPage why="loading" /> : <ClosedCanteen closure={closure} hasCart={false} />
}

interface CanteenProps {
  readonly catalogue: CatalogueView
  readonly cart: CartView & CartActions
}

function Canteen({ catalogue, cart, closure }: CanteenProps & { readonly closure: Closure | null }) {
  const { confirmation, confirm, recorded, startAfresh } = useConfirmOrder()
  const open = cart.review === null ? null : evaluateReview(cart.review, catalogue)
  // The cart is emptied while the confirmation is still under way: the page stays on what was confirmed.
  const review = confirmation.status === 'pending' ? confirmation.confirmed : open
  const step = confirmation.status === 'recorded' ? 'receipt' : review === null ? 'shop' : 'review'
  useHeadingFocus(step)

  if (confirmation.status === 'recorded') {
    const { operationId, order } = confirmation
    return (
      <ReceiptPage
        operationId={operationId}
        order={order}
        onConfirmedAgain={id => recorded(id, order)}
        onAgain={startAfresh}
      />
    )
  }
  // What was confirmed is seen through; all else waits in the cart.
  if (closure !== null && confirmation.status !== 'pending') {
    return <ClosedCanteen closure={closure} hasCart={cart.count > 0} />
  }
  if (review === null) return <Shop catalogue={catalogue} cart={cart} />
  return (
    <ReviewPage
      {...review}
      confirmation={confirmation}
      onConfirm={() => confirm(review)}
      onRenew={() => cart.openReview()}
      onBack={() => {
        startAfresh()
        cart.closeReview()
      }}
    />
  )
}

function Shop({ catalogue, cart }: CanteenProps) {
  const { hasCopy } = useLine()
  const shelves = useShelves(catalogue)
  const [page, setPage] = useState<'goods' | 'cart' | 'without'>('goods')
  useHeadingFocus(page === 'without' ? 'without' : 'goods')

  if (catalogue.products.length === 0) return <NoGoodsPage why={hasCopy ? 'no-goods' : 'not-here'} />
  if (page === 'without') {
    return <WithoutPage without={shelves.without} onChange={shelves.leaveOut} onDone={() => setPage('goods')} />
  }
  return (
    <GoodsPage
      catalogue={catalogue}
      cart={cart}
      shelves={shelves}
      isCartOpen={page === 'cart'}
      onToggleCart={() => setPage(page === 'cart' ? 'goods' : 'cart')}
      onChangeWithout={() => setPage('without')}
    />
  )
}

function ClosedCanteen({ closure, hasCart }: { readonly closure: Closure; readonly hasCart: boolean }) {
  const { t } = useTranslation('closed')
  return <ClosedService service="canteen" closure={closure} {...(hasCart && { draft: t('kept.cart') })} />
}
