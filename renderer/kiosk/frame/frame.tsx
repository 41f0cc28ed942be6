import { OnScreenKeyboard } from '#renderer/ui/keyboard/on-screen-keyboard.tsx'
import type { ReactNode } from 'react'
import styles from './frame.module.css'
import { PlaceRail } from './place-rail.tsx'
import { TopBar } from './top-bar.tsx'

/** What never changes while a person is signed in. Screens live inside it and scroll inside it. */
export function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['frame']}>
      <TopBar />
      <PlaceRail />
      <main className={styles['main']}>
        {children}
        <OnScreenKeyboard />
      </main>
    </div>
  )
}
