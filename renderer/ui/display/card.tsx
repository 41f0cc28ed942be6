import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './card.module.css'

export interface CardProps {
  readonly children: ReactNode
  readonly as?: 'section' | 'article' | 'li' | 'div'
  /** Names a section for a listener. */
  readonly labelledBy?: string
  readonly padding?: 'none' | 'small' | 'regular'
}

/** A sheet of paper on the ground: what belongs together. */
export function Card({ children, as: Element = 'div', labelledBy, padding = 'regular' }: CardProps) {
  return (
    <Element className={classNames(styles['card'], styles[padding])} aria-labelledby={labelledBy}>
      {children}
    </Element>
  )
}
