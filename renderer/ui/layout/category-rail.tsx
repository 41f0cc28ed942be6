import { type Key, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { ReactNode } from 'react'
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
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  /** What belongs to the chosen one. */
  readonly children: ReactNode
}

/** Pictures in a line to choose from, and below them what belongs to the chosen one. Arrow keys move. */
export function CategoryRail<Id extends string>({ label, items, selected, onSelect, children }: CategoryRailProps<Id>) {
  const select = (key: Key) => {
    const item = items.find(({ id }) => id === key)
    if (item !== undefined) onSelect(item.id)
  }
  return (
    <Tabs className={styles['tabs'] ?? ''} selectedKey={selected} onSelectionChange={select}>
      <TabList className={styles['list'] ?? ''} aria-label={label}>
        {items.map(item => (
          <Tab key={item.id} id={item.id} className={styles['tab'] ?? ''}>
            <Picture name={item.picture} size="medium" />
            <span>{item.label}</span>
          </Tab>
        ))}
      </TabList>
      <TabPanel id={selected} className={styles['panel'] ?? ''}>
        {children}
      </TabPanel>
    </Tabs>
  )
}
