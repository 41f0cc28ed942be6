import { useStore } from 'zustand'
import { useKiosk } from './kiosk-context.tsx'
import type { MedicalDraftState } from './medical-draft-store.ts'

export function useMedicalDraft(): MedicalDraftState {
  return useStore(useKiosk().medicalDraft)
}
