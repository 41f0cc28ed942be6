import { Button } from '#renderer/ui/actions/button.tsx'
import { Money } from '#renderer/ui/display/money.tsx'
import { Picture } from '#renderer/ui/display/picture.tsx'
import { ArrowLeft, ArrowRight, ChevronUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { placePictures } from '../place-pictures.ts'
import type { CartActions, CartView } from '../stores/cart-view.ts'
import styles from './cart-bar.module.css'

export interface CartBarProps {
  readonly cart: CartView & CartActions
  readonly isWindowOpen: boolean
  /** Whether the lines of the cart stand above the bar in place of the goods. */
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** The cart in one line below the goods, where there is no room beside them; it opens upwards. */
export function CartBar({ cart, isWindowOpen, isOpen, onToggle }: CartBarProps) {
  const { t } = useTranslation('canteen')
  const { leftAfterCents } = cart
  const isOver = leftAfterCents !== null && leftAfterCents < 0
  return (
    <section className={styles['bar']} aria-label={t('cart.title')}>
      <Picture name={placePictures.canteen} size="medium" />
      <p className={styles['sum']}>
        <strong className={styles['total']}>
          <Money cents={cart.totalCents} />
        </strong>
        <span className={styles['quiet']}>{t('cart.things', { count: cart.count })}</span>
      </p>
      <p className={styles['sum']} data-over={isOver || undefined}>
        <span className={styles['quiet']}>{t(isOver ? 'cart.over' : 'cart.leftAfter')}</span>
        <strong>
          {leftAfterCents === null ? t('cart.accountUnknown') : <Money cents={Math.abs(leftAfterCents)} />}
        </strong>
      </p>
      <div className={styles['actions']}>
        <Button icon={isOpen ? ArrowLeft : ChevronUp} isExpanded={isOpen} onPress={onToggle}>
          {t(isOpen ? 'cart.hide' : 'cart.show')}
        </Button>
        <Button
          variant="primary"
          iconAfter={ArrowRight}
          isDisabled={!isWindowOpen || cart.lines.length === 0}
          onPress={() => cart.openReview()}
        >
          {t('cart.review')}
        </Button>
      </div>
    </section>
  )
}
