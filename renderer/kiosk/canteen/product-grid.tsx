import type { CartActions, CartView } from '../stores/cart-view.ts'
import type { CatalogueProduct } from '../stores/catalogue-view.ts'
import { evaluateOffer } from './evaluate-offer.ts'
import { ProductCard } from './product-card.tsx'
import styles from './product-grid.module.css'

export interface ProductGridProps {
  /** What a listener hears the list is: the shelf, or the search. */
  readonly label: string
  readonly products: readonly CatalogueProduct[]
  readonly cart: CartView & CartActions
  readonly isWindowOpen: boolean
}

export function ProductGrid({ label, products, cart, isWindowOpen }: ProductGridProps) {
  const quantities = new Map(cart.lines.map(line => [line.product.id, line.quantity]))
  return (
    <ul className={styles['grid']} aria-label={label}>
      {products.map(product => {
        const quantity = quantities.get(product.id) ?? 0
        const { leftToSpendAfterCents, setQuantity } = cart
        const offer = evaluateOffer({ product, quantity, isWindowOpen, leftToSpendAfterCents })
        return (
          <ProductCard key={product.id} product={product} quantity={quantity} {...offer} onQuantity={setQuantity} />
        )
      })}
    </ul>
  )
}
