import { useLocalText } from '#renderer/i18n/use-language.ts'
import { Money } from '#renderer/ui/display/money.tsx'
import { Picture } from '#renderer/ui/display/picture.tsx'
import { Stepper } from '#renderer/ui/fields/stepper.tsx'
import { useAnnounce } from '#renderer/ui/live/live-region.tsx'
import type { ProductId } from '#shared/contracts/ids.ts'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueProduct } from '../stores/catalogue-view.ts'
import { AllergenMarks } from './allergen-marks.tsx'
import type { Offer } from './evaluate-offer.ts'
import { OfferWords } from './offer-words.tsx'
import styles from './product-card.module.css'
import { useUnitWords } from './use-unit-words.ts'

export interface ProductCardProps {
  readonly product: CatalogueProduct
  readonly quantity: number
  readonly status: Offer['status']
  readonly most: number
  readonly fewLeft: number | null
  /** Has to stay the same function, or every card is drawn anew. */
  readonly onQuantity: (id: ProductId, quantity: number) => void
}

/** One product: what it is, what it costs, what is in it, how many. Drawn anew only when something on it changes. */
export const ProductCard = memo(function ProductCard(props: ProductCardProps) {
  const { product, quantity, status, most, onQuantity } = props
  const localText = useLocalText()
  const { t } = useTranslation('canteen')
  const unitWords = useUnitWords()
  const name = localText(product.names)
  const announce = useAnnounce()
  const order = (next: number) => {
    announce(`${name}. ${t('product.inCart', { count: next })}`)
    onQuantity(product.id, next)
  }
  const canStep = status === 'open' || quantity > 0
  return (
    <li className={styles['card']} data-chosen={quantity > 0 || undefined}>
      <Picture name={product.picture} size="large" isMuted={status === 'sold-out'} />
      <div className={styles['words']}>
        <h3 className={styles['name']}>{name}</h3>
        <p className={styles['unit']}>
          {unitWords(product.unit)}
          {status === 'open' && ` · ${t('product.atMost', { count: product.leftToOrder })}`}
        </p>
        <AllergenMarks allergens={product.allergens} />
        <OfferWords {...props} />
      </div>
      <div className={styles['foot']}>
        <p className={styles['price']}>
          <Money cents={product.priceCents} />
        </p>
        {canStep && <Stepper label={name} value={quantity} max={most} onChange={order} />}
      </div>
    </li>
  )
}, isSameCard)

/** A catalogue that was read again holds new objects with the same content. */
function isSameCard(before: ProductCardProps, after: ProductCardProps): boolean {
  return hasSameFields(before.product, after.product) && hasSameFields(withoutProduct(before), withoutProduct(after))
}

function withoutProduct({ product: _product, ...rest }: ProductCardProps) {
  return rest
}

function hasSameFields(before: object, after: object): boolean {
  const fields = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).every(([name, value]) => Object.is(fields.get(name), value))
}
