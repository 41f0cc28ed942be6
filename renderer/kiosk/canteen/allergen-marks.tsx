import type { Allergen } from '#shared/contracts/catalogue.ts'
import { useTranslation } from 'react-i18next'
import styles from './allergen-marks.module.css'

/** What is in it, in one short word each. What the words mean stands on the page "without". */
export function AllergenMarks({ allergens }: { readonly allergens: readonly Allergen[] }) {
  const { t } = useTranslation('canteen')
  if (allergens.length === 0) return null
  const words = allergens.map(allergen => t(`allergens.names.${allergen}`))
  return <p className={styles['marks']}>{t('product.contains', { what: words.join(', ') })}</p>
}
