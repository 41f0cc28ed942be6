import { useEffect, useRef } from 'react'
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { Picture } from '../display/picture.tsx'
import styles from './category-rail.module.css'

export interface CategoryRailItem<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly picture: string
}

export interface CategoryRailProps<Id extends string> {
  readonly label: string
  readonly items: readonly CategoryRailItem<Id>[]
  /** None while the content follows something else, such as a search. */
  readonly selected: Id | null
  readonly onSelect: (id: Id) => void
}

/** Pictures in a column to choose from; the content beside it follows. One stop for Tab, arrow keys move. */
export function CategoryRail<Id extends string>({ label, items, selected, onSelect }: CategoryRailProps<Id>) {
  const rail = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (selected === null) return
    rail.current?.querySelector('[data-selected]')?.scrollIntoView?.({ block: 'nearest' })
  }, [selected])
  const select = (id: string) => {
    const item = items.find(candidate => candidate.id === id)
    if (item !== undefined) onSelect(item.id)
  }
  return (
    <RadioGroup ref={rail} className={styles['rail'] ?? ''} aria-label={label} value={selected} onChange={select}>
      {items.map(item => (
        <RadioField key={item.id} value={item.id} className={styles['choice'] ?? ''}>
          <RadioButton className={styles['item'] ?? ''}>
            <Picture name={item.picture} size="small" />
            <span className={styles['word']}>{item.label}</span>
          </RadioButton>
        </RadioField>
      ))}
    </RadioGroup>
  )
}
