import { must } from '#shared/errors/must.ts'
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { LiveView } from '#renderer/data/live-view.ts'
import type { Kiosk, PersonalViews } from './kiosk.ts'

const KioskContext = createContext<Kiosk | null>(null)

export function KioskProvider({ kiosk, children }: { readonly kiosk: Kiosk; readonly children: ReactNode }) {
  return <KioskContext value={kiosk}>{children}</KioskContext>
}

export function useKiosk(): Kiosk {
  return must(useContext(KioskContext), 'KioskProvider above this component')
}

/** The signed-in inmate's views; null while nobody is. */
export function usePersonal(): PersonalViews | null {
  return useStore(useKiosk().personal)
}

const nothingToHear = () => () => undefined
const stillLoading = () => undefined

/** The last answer of a view, `undefined` while there is none or no view. */
export function useLiveView<Value>(view: LiveView<Value> | undefined): Value | undefined {
  return useSyncExternalStore(view?.subscribe ?? nothingToHear, view?.getSnapshot ?? stillLoading)
}
