import { createContext, type ReactNode, use, useCallback, useState } from 'react'
import styles from './live-region.module.css'

const AnnounceContext = createContext<(words: string) => void>(() => undefined)

/** Holds the one place from which changes are read out. Wraps the whole page. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState({ words: '', turn: 0 })
  const announce = useCallback((words: string) => setSpoken(last => ({ words, turn: last.turn + 1 })), [])
  return (
    <AnnounceContext value={announce}>
      {children}
      {/* A new element each time, so that the same words are read again. */}
      <output className={styles['hidden']} aria-live="polite">
        <span key={spoken.turn}>{spoken.words}</span>
      </output>
    </AnnounceContext>
  )
}

/** Reads words out to a listener, where the eye already sees the change: "2 coffees in the cart". */
export function useAnnounce(): (words: string) => void {
  return use(AnnounceContext)
}
