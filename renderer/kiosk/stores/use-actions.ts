import type { KioskActions } from './kiosk-actions.ts'
import { useKiosk } from './kiosk-context.tsx'

/** Always the same object: safe in a dependency list. */
export function useActions(): KioskActions {
  return useKiosk().actions
}
