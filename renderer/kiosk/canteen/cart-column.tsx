import { Button } from '#renderer/ui/actions/button.tsx'
import { ArrowRight } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './cart-column.module.css'
import { CartLines, type CartLinesProps } from './cart-lines.tsx'
import { CartSums } from './cart-sums.tsx'

/** The cart beside the goods, where there is room: lines that scroll, sums and the next step that do not. */
export function CartColumn({ cart, isWindowOpen }: CartLinesProps) {
  const { t } = useTranslation('canteen')
  const id = useId()
  return (
    <section className={styles['column']} aria-labelledby={id}>
      <header className={styles['head']}>
        <h2 id={id} className={styles['title']}>
          {t('cart.title')}
        </h2>
        <p className={styles['count']}>{t('cart.things', { count: cart.count })}</p>
      </header>
      <div className={styles['lines']}>
        <CartLines cart={cart} isWindowOpen={isWindowOpen} />
      </div>
      <div className={styles['foot']}>
        <CartSums cart={cart} isWindowOpen={isWindowOpen} />
        <Button
          variant="primary"
          size="large"
          isWide
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
