import { must } from '#shared/errors/must.ts'
import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { createStore, useStore } from 'zustand'
import type { LiveView } from '#renderer/data/live-view.ts'
import type { Entrance } from './entrance.ts'
import type { Kiosk, PersonalViews } from './kiosk.ts'

const KioskContext = createContext<Kiosk | null>(null)

const EntranceContext = createContext<Entrance | null>(null)

/** Above the sign-in screen, where there is no kiosk yet. */
export function EntranceProvider({
  entrance,
  children,
}: {
  readonly entrance: Entrance
  readonly children: ReactNode
}) {
  return <EntranceContext value={entrance}>{children}</EntranceContext>
}

export function KioskProvider({ kiosk, children }: { readonly kiosk: Kiosk; readonly children: ReactNode }) {
  return (
    <EntranceProvider entrance={kiosk}>
      <KioskContext value={kiosk}>{children}</KioskContext>
    </EntranceProvider>
  )
}

export function useEntrance(): Entrance {
  return must(useContext(EntranceContext), 'EntranceProvider or KioskProvider above this component')
}

export function useKiosk(): Kiosk {
  return must(useContext(KioskContext), 'KioskProvider above this component')
}

/** The signed-in inmate's views; null while nobody is. */
export function usePersonal(): PersonalViews | null {
  return useStore(useContext(KioskContext)?.personal ?? nobody)
}

const nobody = createStore<PersonalViews | null>(() => null)

const nothingToHear = () => () => undefined
const stillLoading = () => undefined

/** The last answer of a view, `undefined` while there is none or no view. */
export function useLiveView<Value>(view: LiveView<Value> | undefined): Value | undefined {
  return useSyncExternalStore(view?.subscribe ?? nothingToHear, view?.getSnapshot ?? stillLoading)
}
