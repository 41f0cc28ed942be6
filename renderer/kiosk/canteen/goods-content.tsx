import { Button } from '#renderer/ui/actions/button.tsx'
import { EmptyState } from '#renderer/ui/display/empty-state.tsx'
import { NoticeBar } from '#renderer/ui/display/notice-bar.tsx'
import { useLocalText } from '#renderer/i18n/use-language.ts'
import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CartActions, CartView } from '../stores/cart-view.ts'
import type { CatalogueView } from '../stores/catalogue-view.ts'
import { ProductGrid } from './product-grid.tsx'
import type { Shelves } from './use-shelves.ts'
import styles from './goods-content.module.css'
import { WindowNotice } from './window-notice.tsx'

export interface GoodsContentProps {
  readonly catalogue: CatalogueView
  readonly cart: CartView & CartActions
  readonly shelves: Shelves
  readonly onChangeWithout: () => void
}

/** One shelf, or what a search found; and in words what is not there to see. */
export function GoodsContent({ catalogue, cart, shelves, onChangeWithout }: GoodsContentProps) {
  const { t } = useTranslation('canteen')
  const localText = useLocalText()
  const { shown, found, hidden, query, shelf, search } = shelves
  const category = catalogue.categories.find(({ id }) => id === shelf)
  const label = category === undefined ? t('search.results', { count: found }) : localText(category.names)
  const isWindowOpen = catalogue.currentWindow !== null
  if (shelf === null && found === 0 && hidden === 0) {
    return (
      <EmptyState
        picture="eyes"
        title={t('search.none', { words: query.trim() })}
        action={<Button onPress={() => search('')}>{t('search.showAll')}</Button>}
      >
        {t('search.noneText')}
      </EmptyState>
    )
  }
  return (
    <section className={styles['goods']} aria-label={label}>
      {!isWindowOpen && <WindowNotice nextWindow={catalogue.nextWindow} />}
      <h2 className={styles['title']} aria-live="polite">
        {label}
      </h2>
      {shown.length > 0 && <ProductGrid label={label} products={shown} cart={cart} isWindowOpen={isWindowOpen} />}
      {shown.length < found && <p>{t('search.more', { shown: shown.length, count: found })}</p>}
      {hidden > 0 && (
        <NoticeBar tone="closed" icon={Eye} action={<Button onPress={onChangeWithout}>{t('allergens.change')}</Button>}>
          {t('allergens.hidden', { count: hidden })}
        </NoticeBar>
      )}
    </section>
  )
}
