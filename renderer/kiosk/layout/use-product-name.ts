import { useLocalText } from '#renderer/i18n/use-language.ts'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '../stores/request-view.ts'
import { useCatalogue } from '../stores/use-catalogue.ts'

/** Names a product: as the order names it, else as the catalogue does, else as "a product". */
export function useProductName(order: OrderView | null): (productId: string) => string {
  const { t } = useTranslation('rejections')
  const localText = useLocalText()
  const products = useCatalogue()?.products
  return productId => {
    const ordered = order?.lines.find(line => line.productId === productId)?.names
    const names = ordered ?? products?.find(product => product.id === productId)?.names
    return names === undefined ? t('someProduct') : localText(names)
  }
}
