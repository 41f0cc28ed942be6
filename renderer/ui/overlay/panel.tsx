import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react'
import { useOverlayPresence } from './overlay-presence.ts'
import styles from './panel.module.css'

const ClosePanelContext = createContext<() => void>(() => undefined)

/** Closes the panel one is in and gives the focus back to its button, for a choice that is made with one press. */
export function useClosePanel(): () => void {
  return use(ClosePanelContext)
}

export interface PanelTrigger {
  readonly ref: RefObject<HTMLButtonElement | null>
  readonly isExpanded: boolean
  readonly controls: string
  readonly onPress: () => void
}

export interface PanelProps {
  readonly label: string
  /** Renders the button that opens it. */
  readonly renderTrigger: (props: PanelTrigger) => ReactNode
  readonly children: ReactNode
  readonly width?: 'narrow' | 'wide'
}

/** A panel that hangs from a button of the top bar. Escape, its button or a press elsewhere closes it. */
export function Panel({ label, renderTrigger, children, width = 'wide' }: PanelProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const around = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  useOverlayPresence(isOpen)
  useAway(isOpen, around, { onAway: () => setOpen(false), onEscape: close })
  return (
    <div ref={around} className={styles['around']}>
      {renderTrigger({ ref: button, isExpanded: isOpen, controls: id, onPress: () => setOpen(!isOpen) })}
      {isOpen && (
        <dialog id={id} className={styles['panel']} data-width={width} aria-label={label} open>
          <ClosePanelContext value={close}>{children}</ClosePanelContext>
        </dialog>
      )}
    </div>
  )
}

interface Away {
  readonly onAway: () => void
  readonly onEscape: () => void
}

function useAway(isOpen: boolean, around: RefObject<HTMLElement | null>, { onAway, onEscape }: Away) {
  const leave = useEffectEvent((event: Event) => {
    if (event.target instanceof Node && around.current?.contains(event.target) === false) onAway()
  })
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape') onEscape()
  })
  useEffect(() => {
    if (!isOpen) return undefined
    const listening = new AbortController()
    const { signal } = listening
    document.addEventListener('pointerdown', event => leave(event), { signal })
    document.addEventListener('focusin', event => leave(event), { signal })
    document.addEventListener('keydown', event => press(event), { signal })
    return () => listening.abort()
  }, [isOpen])
}
