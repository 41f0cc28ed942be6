import { useLocalText } from '#renderer/i18n/use-language.ts'
import { Money } from '#renderer/ui/display/money.tsx'
import { Picture } from '#renderer/ui/display/picture.tsx'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderLineView, OrderView } from '../stores/request-view.ts'
import { useCatalogue } from '../stores/use-catalogue.ts'
import styles from './order-paper.module.css'
import { useUnitWords } from './use-unit-words.ts'

export interface PaperFact {
  readonly label: string
  readonly value: ReactNode
}

export interface OrderPaperProps {
  readonly order: OrderView
  /** Below the total: the account, the delivery, the number. */
  readonly facts: readonly PaperFact[]
}

/** An order on paper: the same before it is confirmed and after. */
export function OrderPaper({ order, facts }: OrderPaperProps) {
  const { t } = useTranslation('canteen')
  return (
    <section className={styles['paper']} aria-label={t('paper.label')}>
      <div className={styles['sheet']}>
        <table className={styles['lines']}>
          <thead>
            <tr>
              <th scope="col">{t('paper.quantity')}</th>
              <th scope="col">{t('paper.product')}</th>
              <th scope="col">{t('paper.sum')}</th>
            </tr>
          </thead>
          <tbody>
            {order.lines.map(line => (
              <PaperLine key={line.productId} line={line} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t('paper.total')}
              </th>
              <td>
                <Money cents={order.totalCents} />
              </td>
            </tr>
          </tfoot>
        </table>
        <dl className={styles['facts']}>
          {facts.map(({ label, value }) => (
            <div key={label} className={styles['fact']}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}

function PaperLine({ line }: { readonly line: OrderLineView }) {
  const { t } = useTranslation(['canteen', 'rejections'])
  const localText = useLocalText()
  const unitWords = useUnitWords()
  const products = useCatalogue()?.products
  const product = useMemo(() => products?.find(({ id }) => id === line.productId), [products, line.productId])
  return (
    <tr>
      <td className={styles['quantity']}>{line.quantity} ×</td>
      <th scope="row">
        <span className={styles['product']}>
          {product !== undefined && <Picture name={product.picture} size="small" />}
          <span>
            <span className={styles['name']}>
              {line.names === null ? t('rejections:someProduct') : localText(line.names)}
            </span>
            <span className={styles['unit']}>
              {product !== undefined && `${unitWords(product.unit)} · `}
              <Money cents={line.unitPriceCents} />
            </span>
          </span>
        </span>
      </th>
      <td>
        <Money cents={line.quantity * line.unitPriceCents} />
      </td>
    </tr>
  )
}
