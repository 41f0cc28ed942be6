import { must } from '#shared/errors/must.ts'
import { createContext, type ReactNode, use, useState } from 'react'
import { useStore } from 'zustand'
import { createNavigation, type NavigationState } from './navigation.ts'

const NavigationContext = createContext<ReturnType<typeof createNavigation> | null>(null)

/** One navigation per session: the next person never starts where the last one was. */
export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [navigation] = useState(createNavigation)
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

/** Where one is, and `went` to go elsewhere. */
export function useNavigation(): NavigationState {
  return useStore(must(use(NavigationContext), 'NavigationProvider above this component'))
}
