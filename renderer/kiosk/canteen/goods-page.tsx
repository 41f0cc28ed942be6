import { useLocalText } from '#renderer/i18n/use-language.ts'
import { Button } from '#renderer/ui/actions/button.tsx'
import { Card } from '#renderer/ui/display/card.tsx'
import { SearchField } from '#renderer/ui/fields/search-field.tsx'
import { useKeyboard } from '#renderer/ui/keyboard/keyboard-context.tsx'
import { CategoryRail } from '#renderer/ui/layout/category-rail.tsx'
import { PageHeader } from '#renderer/ui/layout/page-header.tsx'
import { Screen } from '#renderer/ui/layout/screen.tsx'
import { ListFilter } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { placePictures } from '../place-pictures.ts'
import { CartBar } from './cart-bar.tsx'
import { CartColumn } from './cart-column.tsx'
import { CartLines } from './cart-lines.tsx'
import { CartSums } from './cart-sums.tsx'
import { GoodsContent, type GoodsContentProps } from './goods-content.tsx'
import styles from './goods-page.module.css'
import { scrollToTop } from './use-heading-focus.ts'
import { LOW, useMedia, WIDE } from './use-media.ts'
import { useWindowWords } from './use-window-words.ts'

export interface GoodsPageProps extends GoodsContentProps {
  readonly isCartOpen: boolean
  readonly onToggleCart: () => void
}

/** The shop: shelves, goods, and the cart, which never leaves the screen. */
export function GoodsPage({ isCartOpen, onToggleCart, ...goods }: GoodsPageProps) {
  const { catalogue, cart, shelves } = goods
  const isWide = useMedia(WIDE)
  const isLow = useMedia(LOW)
  const isTyping = useKeyboard().field !== undefined
  const isWindowOpen = catalogue.currentWindow !== null
  const showsCart = isCartOpen && !isWide
  useEffect(scrollToTop, [shelves.shelf, shelves.query, showsCart])
  const bar = <CartBar cart={cart} isWindowOpen={isWindowOpen} isOpen={showsCart} onToggle={onToggleCart} />
  return (
    <Screen
      header={<GoodsHeader {...goods} />}
      start={showsCart ? undefined : <Rail {...goods} />}
      aside={isWide ? <CartColumn cart={cart} isWindowOpen={isWindowOpen} /> : undefined}
      footer={isWide || (isLow && isTyping) ? undefined : bar}
    >
      {showsCart ? (
        <div className={styles['cart']}>
          <CartLines cart={cart} isWindowOpen={isWindowOpen} />
          <Card>
            <CartSums cart={cart} isWindowOpen={isWindowOpen} />
          </Card>
        </div>
      ) : (
        <GoodsContent {...goods} />
      )}
    </Screen>
  )
}

function GoodsHeader({ catalogue, shelves, onChangeWithout }: GoodsContentProps) {
  const { t } = useTranslation('canteen')
  const wordsOf = useWindowWords()
  const words = catalogue.currentWindow === null ? null : wordsOf(catalogue.currentWindow)
  const count = shelves.without.size
  return (
    <PageHeader
      title={t('title')}
      picture={placePictures.canteen}
      line={
        words === null ? t('window.closed') : t('window.untilAndDelivery', { when: words.closes, day: words.delivery })
      }
      aside={
        <div className={styles['tools']}>
          <div className={styles['search']} data-searching={shelves.query !== '' || undefined}>
            <SearchField label={t('search.label')} value={shelves.query} onChange={shelves.search} />
          </div>
          <Button icon={ListFilter} onPress={onChangeWithout}>
            {count === 0 ? t('allergens.open') : t('allergens.openCount', { count })}
          </Button>
        </div>
      }
    />
  )
}

function Rail({ catalogue, shelves }: GoodsContentProps) {
  const { t } = useTranslation('canteen')
  const localText = useLocalText()
  const items = catalogue.categories.map(({ id, names, picture }) => ({ id, label: localText(names), picture }))
  return <CategoryRail label={t('shelves')} items={items} selected={shelves.shelf} onSelect={shelves.chooseShelf} />
}
