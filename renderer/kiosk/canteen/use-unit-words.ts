import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { writeUnit } from './write-unit.ts'

/** Writes the unit of a product in the language of the screen. */
export function useUnitWords(): (unit: string) => string {
  const { t } = useTranslation('canteen')
  return useCallback(unit => writeUnit(unit, count => t('product.pieces', { count })), [t])
}
