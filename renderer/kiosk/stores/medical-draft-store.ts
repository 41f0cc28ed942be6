import type { MedicalDraft } from '#shared/contracts/bridge.ts'

/** The unfinished medical form. It lives in the main process's memory and here, and is never written to a disk. */
export interface MedicalDraftState {
  /** `undefined` while not read yet, null when none is begun. */
  readonly draft: MedicalDraft | null | undefined

  /** Begins an empty form under a fresh id, or goes on with the one there is. */
  readonly begin: () => void
  /** Changes step or answers; what is left out stays. Begins a form when there is none. */
  readonly change: (patch: { readonly step?: number; readonly content?: MedicalDraft['content'] }) => void
  readonly discard: () => void
}
