import type { ReactNode } from 'react'
import styles from './live-region.module.css'

/** Words for a listener that the eye finds elsewhere. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles['hidden']}>{children}</span>
}
