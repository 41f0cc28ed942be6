import { useLocalText } from '#renderer/i18n/use-language.ts'
import type { ReactNode } from 'react'
import { useSession } from '../stores/use-session.ts'
import { Clock } from './clock.tsx'
import { LineIndicator } from './line-indicator.tsx'
import styles from './outside-frame.module.css'
import { useServiceDoor } from './use-service-door.ts'

const nothing = () => undefined

export interface OutsideFrameProps {
  readonly children: ReactNode
  readonly footer: ReactNode
  /** Somebody held the clock, or pressed the keys a technician knows. */
  readonly onService?: () => void
}

/** The frame while nobody is signed in: whose terminal this is, the line, the time. */
export function OutsideFrame({ children, footer, onService = nothing }: OutsideFrameProps) {
  const clock = useServiceDoor(onService)
  const localText = useLocalText()
  const terminal = useSession(session => session.terminal)
  return (
    <div className={styles['frame']}>
      <header className={styles['bar']}>
        <p className={styles['prison']}>{terminal !== undefined && localText(terminal.prisonNames)}</p>
        <div className={styles['end']}>
          <LineIndicator />
          <span ref={clock} className={styles['door']}>
            <Clock />
          </span>
        </div>
      </header>
      <main className={styles['main']}>{children}</main>
      <footer className={styles['footer']}>{footer}</footer>
    </div>
  )
}
