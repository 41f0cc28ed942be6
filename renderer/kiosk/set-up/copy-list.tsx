import { Check, Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './copy-list.module.css'
import type { CopyState } from './copy-store.ts'

interface Item {
  readonly id: 'identity' | 'people' | 'products' | 'notices' | 'sites' | 'state'
  readonly isHere: boolean
  /** How much of it; left out where there is nothing to count. */
  readonly count?: number | undefined
}

/** One line for each thing a terminal needs without a network: here, or on its way. */
export function CopyList({ state }: { readonly state: CopyState }) {
  const { t } = useTranslation('setUp')
  return (
    <ul className={styles['list']} aria-label={t('onTerminal')}>
      {itemsOf(state).map(({ id, isHere, count }) => (
        <li key={id} className={styles['item']} data-here={isHere || undefined}>
          <span className={styles['mark']} aria-hidden>
            {isHere ? <Check className={styles['icon']} /> : <Download className={styles['icon']} />}
          </span>
          <div>
            <p className={styles['title']}>{t(`items.${id}`)}</p>
            <p className={styles['detail']}>
              <Detail id={id} isHere={isHere} count={count} name={state.terminalName ?? ''} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Detail({ id, isHere, count, name }: Item & { readonly name: string }) {
  const { t } = useTranslation('setUp')
  if (id === 'identity') return name
  if (id !== 'state' && count !== undefined && (isHere || count > 0)) return t(id, { count })
  return t(isHere ? 'here' : 'onItsWay')
}

function itemsOf({ hasCopy, hasState, people, products, notices, sites }: CopyState): readonly Item[] {
  return [
    { id: 'identity', isHere: true },
    { id: 'people', isHere: hasCopy, count: people },
    { id: 'products', isHere: hasCopy, count: products },
    { id: 'notices', isHere: hasCopy, count: notices },
    { id: 'sites', isHere: hasCopy && sites !== null, ...(sites !== null && { count: sites }) },
    { id: 'state', isHere: hasState },
  ]
}
