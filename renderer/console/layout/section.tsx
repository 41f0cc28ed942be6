import { Card } from '#renderer/ui/display/card.tsx'
import { type ReactNode, useId } from 'react'
import styles from './section.module.css'

/** A part of a page with its heading. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <Card as="section" labelledBy={id}>
      <div className={styles['section']}>
        <h2 id={id} className={styles['title']}>
          {title}
        </h2>
        {children}
      </div>
    </Card>
  )
}
