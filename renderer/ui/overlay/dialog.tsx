import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './dialog.module.css'
import { useOverlayPresence } from './overlay-presence.ts'

export interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  /** The buttons, the safe one first. */
  readonly actions: ReactNode
  /** Escape. Pressing beside it does nothing: a question wants an answer. */
  readonly onDismiss: () => void
}

/** A question before something that counts. Mounted is open; the focus stays in it and returns where it was. */
export function Dialog({ title, children, actions, onDismiss }: DialogProps) {
  const id = useId()
  const ref = useRef<HTMLDialogElement>(null)
  useOverlayPresence(true)
  useEffect(() => {
    const dialog = ref.current
    // The platform's own modal dialog: no script or style has to be let through the page's policy for it.
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      className={styles['dialog']}
      aria-labelledby={`${id}-title`}
      onCancel={event => {
        event.preventDefault()
        onDismiss()
      }}
    >
      <h2 id={`${id}-title`} className={styles['title']}>
        {title}
      </h2>
      <div className={styles['body']}>{children}</div>
      <div className={styles['actions']}>{actions}</div>
    </dialog>
  )
}
