import { classNames } from '#renderer/ui/class-names.ts'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './hold-button.module.css'

/** How long it has to be held, in milliseconds. As long as the fill takes in the style. */
export const HOLD_MS = 1200
/** How long a press that was made without hands on it waits for its second. */
const ARMED_MS = 6000

export interface HoldButtonProps {
  readonly children: ReactNode
  readonly onHeld: () => void
  readonly tone: 'close' | 'open'
  readonly isDisabled?: boolean
  readonly isPending?: boolean
  readonly isWide?: boolean
}

/**
 * A button for what counts: it acts only when it was held.
 *
 *  - By touch, mouse, or the space and enter keys, held alike. Letting go earlier does nothing but say how.
 *  - A screen reader or a switch cannot hold: its press arms the button, and a second one within six seconds acts.
 *  - With reduced motion it shades and does not move.
 */
export function HoldButton({
  children,
  onHeld,
  tone,
  isDisabled = false,
  isPending = false,
  isWide = false,
}: HoldButtonProps) {
  const { t } = useTranslation('console')
  const id = useId()
  const hold = useHold(onHeld, isDisabled || isPending)
  const words = isPending ? t('wait') : hold.isArmed ? t('hold.again') : children
  return (
    <div className={styles['stack']}>
      <button
        type="button"
        className={classNames(styles['hold'], styles[tone], isWide && styles['wide'])}
        disabled={isDisabled}
        aria-disabled={isPending}
        aria-describedby={`${id}-hint`}
        data-held={hold.isHeld ? true : undefined}
        data-armed={hold.isArmed ? true : undefined}
        {...hold.handlers}
      >
        <span className={styles['words']}>{words}</span>
        <span className={styles['fill']} aria-hidden>
          {words}
        </span>
      </button>
      <p id={`${id}-hint`} className={styles['hint']}>
        {hold.wasShort && t('hold.hint')}
      </p>
    </div>
  )
}

function useHold(onHeld: () => void, isOff: boolean) {
  const [isHeld, setHeld] = useState(false)
  const [isArmed, setArmed] = useState(false)
  const [wasShort, setShort] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // What is held for may change meanwhile, and a button that is off hears nobody let go.
  useEffect(() => {
    if (isOff) clearTimeout(timer.current)
  }, [isOff])
  if (isOff && (isHeld || isArmed)) {
    setHeld(false)
    setArmed(false)
  }

  const act = () => {
    setHeld(false)
    setArmed(false)
    setShort(false)
    onHeld()
  }
  const begin = () => {
    if (isOff || isHeld) return
    setHeld(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(act, HOLD_MS)
  }
  const end = () => {
    if (!isHeld) return
    clearTimeout(timer.current)
    setHeld(false)
    setShort(true)
  }
  /** Neither a pointer nor a key came before it: somebody's assistive technology pressed. */
  const press = (detail: number, hadKey: boolean) => {
    if (isOff || detail !== 0 || hadKey) return
    if (isArmed) {
      clearTimeout(timer.current)
      act()
      return
    }
    setArmed(true)
    timer.current = setTimeout(() => setArmed(false), ARMED_MS)
  }
  return { isHeld, isArmed, wasShort, handlers: useHandlers({ begin, end, press }) }
}

interface HoldSteps {
  readonly begin: () => void
  readonly end: () => void
  readonly press: (detail: number, hadKey: boolean) => void
}

function useHandlers({ begin, end, press }: HoldSteps) {
  const hadKey = useRef(false)
  const isKey = (event: KeyboardEvent) => event.key === ' ' || event.key === 'Enter'
  return {
    onPointerDown: (event: { readonly button: number }) => {
      if (event.button === 0) begin()
    },
    onPointerUp: end,
    onPointerLeave: end,
    onPointerCancel: end,
    onBlur: end,
    onContextMenu: (event: { readonly preventDefault: () => void }) => event.preventDefault(),
    onKeyDown: (event: KeyboardEvent) => {
      if (!isKey(event)) return
      event.preventDefault()
      hadKey.current = true
      if (!event.repeat) begin()
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (!isKey(event)) return
      event.preventDefault()
      end()
      hadKey.current = false
    },
    onClick: (event: { readonly detail: number }) => press(event.detail, hadKey.current),
  }
}
