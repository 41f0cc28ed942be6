import type { ReactNode } from 'react'
import { useId } from 'react'
import { Picture } from './picture.tsx'
import styles from './tile.module.css'

export interface TileProps {
  readonly picture: string
  /** The word. */
  readonly title: string
  /** One line of live truth: "Order until Tuesday 18:00". */
  readonly line?: ReactNode
  /** A StateBadge when something waits behind this tile. */
  readonly badge?: ReactNode
  readonly onPress: () => void
  /** Shown and reachable, but what is behind it is closed; `line` says why. */
  readonly isClosed?: boolean
}

/** A large door: picture, word, and what is true behind it now. Heard as its word, then its line. */
export function Tile({ picture, title, line, badge, onPress, isClosed = false }: TileProps) {
  const id = useId()
  return (
    <button
      type="button"
      className={styles['tile']}
      data-closed={isClosed || undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-line`}
      onClick={onPress}
    >
      <Picture name={picture} size="large" isMuted={isClosed} />
      <span className={styles['words']}>
        <span id={`${id}-title`} className={styles['title']}>
          {title}
        </span>
        <span id={`${id}-line`} className={styles['line']}>
          {badge}
          {line !== undefined && <span>{line}</span>}
        </span>
      </span>
    </button>
  )
}
