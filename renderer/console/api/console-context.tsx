import type { ControlState, StaffSession } from '#shared/contracts/staff.ts'
import { must } from '#shared/errors/must.ts'
import { createContext, type ReactNode, use } from 'react'
import type { StaffApi } from './staff-api.ts'

/** What every part of the page may use. */
export interface Console {
  readonly api: StaffApi
  readonly session: StaffSession
  readonly state: ControlState
  /** Reads the state again, after something was changed here. */
  readonly refresh: () => Promise<void>
}

const ConsoleContext = createContext<Console | undefined>(undefined)

export function ConsoleProvider({ value, children }: { readonly value: Console; readonly children: ReactNode }) {
  return <ConsoleContext value={value}>{children}</ConsoleContext>
}

export function useConsole(): Console {
  return must(use(ConsoleContext), 'the console around this')
}
