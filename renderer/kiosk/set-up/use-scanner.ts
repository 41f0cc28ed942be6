import { readEnrolmentQr } from '#shared/enrolment/qr-text.ts'
import { useEffect } from 'react'

const MARK = 'GUICHET:'
/** Longer than any sheet's text. */
const KEPT = 500

/**
 * Hears a scanner, which types like a keyboard, wherever the focus is. `onText` gets the whole text of a sheet.
 *
 * The last sign does not reach the field that has the focus: what was typed into it is replaced by what the sheet says.
 */
export function useScanner(onText: (text: string) => void): void {
  useEffect(() => {
    let typed = ''
    const press = (event: KeyboardEvent) => {
      if (event.key.length !== 1) {
        // Shift belongs to the capitals; any other key ends what was typed.
        if (event.key !== 'Shift' && event.key !== 'CapsLock') typed = ''
        return
      }
      typed = `${typed}${event.key}`.slice(-KEPT)
      const from = typed.toUpperCase().lastIndexOf(MARK)
      const text = from < 0 ? '' : typed.slice(from)
      if (readEnrolmentQr(text) === undefined) return
      typed = ''
      event.preventDefault()
      onText(text)
    }
    const listening = new AbortController()
    window.addEventListener('keydown', press, { capture: true, signal: listening.signal })
    return () => listening.abort()
  }, [onText])
}
