import { classNames } from '#renderer/ui/class-names.ts'
import styles from './initial.module.css'

/** The first letter of a name, beside the name: found faster than read. */
export function Initial({ name, size = 'regular' }: { readonly name: string; readonly size?: 'regular' | 'small' }) {
  return (
    <span className={classNames(styles['initial'], styles[size])} aria-hidden>
      {Array.from(name.trim())[0]?.toLocaleUpperCase()}
    </span>
  )
}
