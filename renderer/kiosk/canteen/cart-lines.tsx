import { useLocalText } from '#renderer/i18n/use-language.ts'
import { Button } from '#renderer/ui/actions/button.tsx'
import { Money } from '#renderer/ui/display/money.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { Picture } from '#renderer/ui/display/picture.tsx'
import { Stepper } from '#renderer/ui/fields/stepper.tsx'
import { useTranslation } from 'react-i18next'
import type { CartActions, CartLine, CartView } from '../stores/cart-view.ts'
import styles from './cart-lines.module.css'
import { evaluateOffer } from './evaluate-offer.ts'
import { useUnitWords } from './use-unit-words.ts'

export interface CartLinesProps {
  readonly cart: CartView & CartActions
  readonly isWindowOpen: boolean
}

/** What is in the cart, line by line, each with its stepper. */
export function CartLines({ cart, isWindowOpen }: CartLinesProps) {
  const { t } = useTranslation('canteen')
  if (cart.lines.length === 0 && cart.missing.length === 0) return <EmptyCart />
  return (
    <div className={styles['lines']}>
      {cart.missing.length > 0 && (
        <NoticeBar
          tone="recorded"
          action={<Button onPress={() => cart.missing.forEach(cart.remove)}>{t('cart.removeMissing')}</Button>}
        >
          {t('cart.missing', { count: cart.missing.length })}
        </NoticeBar>
      )}
      <ul className={styles['list']} aria-label={t('cart.title')}>
        {cart.lines.map(line => (
          <Line key={line.product.id} line={line} cart={cart} isWindowOpen={isWindowOpen} />
        ))}
      </ul>
    </div>
  )
}

function EmptyCart() {
  const { t } = useTranslation('canteen')
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyTitle']}>{t('cart.empty')}</p>
      <p>{t('cart.emptyHow')}</p>
    </div>
  )
}

function Line({ line, cart, isWindowOpen }: CartLinesProps & { readonly line: CartLine }) {
  const { t } = useTranslation('canteen')
  const localText = useLocalText()
  const unitWords = useUnitWords()
  const { product, quantity, lineCents, isOverLimit } = line
  const { leftToSpendAfterCents } = cart
  const name = localText(product.names)
  const { most } = evaluateOffer({ product, quantity, isWindowOpen, leftToSpendAfterCents })
  return (
    <li className={styles['line']}>
      <Picture name={product.picture} size="small" />
      <div className={styles['words']}>
        <p className={styles['name']}>{name}</p>
        <p className={styles['unit']}>{unitWords(product.unit)}</p>
        {isOverLimit && isWindowOpen && (
          <p className={styles['over']}>{t('cart.lineOver', { count: product.leftToOrder })}</p>
        )}
      </div>
      <div className={styles['foot']}>
        <Stepper label={name} value={quantity} max={most} onChange={next => cart.setQuantity(product.id, next)} />
        <Money cents={lineCents} />
      </div>
    </li>
  )
}
