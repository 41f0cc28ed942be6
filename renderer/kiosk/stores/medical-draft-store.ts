import type { BridgeClient } from '#renderer/data/bridge-client.ts'
import { tryCall } from '#renderer/data/try-call.ts'
import type { MedicalDraft } from '#shared/contracts/bridge.ts'
import type { OperationId } from '#shared/contracts/ids.ts'
import { createStore, type StoreApi } from 'zustand'

/** The unfinished medical form. It lives in the main process's memory and here, and is never written to a disk. */
export interface MedicalDraftState {
  /** `undefined` while not read yet or nobody is signed in, null when none is begun. */
  readonly draft: MedicalDraft | null | undefined

  /** Begins an empty form under a fresh id, or goes on with the one there is. */
  readonly begin: () => void
  /** Changes step or answers; what is left out stays. Begins a form when there is none. */
  readonly change: (patch: { readonly step?: number; readonly content?: MedicalDraft['content'] }) => void
  readonly discard: () => void
}

export interface MedicalDraftPorts {
  readonly bridge: BridgeClient
  readonly mintId: () => OperationId
}

export interface MedicalDraftKeeper {
  readonly store: StoreApi<MedicalDraftState>
  /** Reads what the main process kept; `isRecorded` tells a form that was confirmed just before a crash of the page. */
  readonly signedIn: (isRecorded: (id: OperationId) => boolean) => Promise<void>
  readonly signedOut: () => void
  readonly confirmed: (operationId: OperationId) => void
}

/** Hands each change to the main process at once: a form left by the idle lock is there again after sign-in. */
export function createMedicalDraftKeeper({ bridge, mintId }: MedicalDraftPorts): MedicalDraftKeeper {
  const store = createStore<MedicalDraftState>((set, get) => {
    const become = (draft: MedicalDraft | null) => {
      if (get().draft === undefined) return
      set({ draft })
      // Refused, the form stays on the screen; it is only not there again after a sign-out.
      void tryCall(bridge, 'draft:keep', { draft })
    }
    const current = () => get().draft ?? { operationId: mintId(), step: 0, content: {} }
    return {
      draft: undefined,
      begin: () => become(current()),
      change: ({ step, content }) => {
        const draft = current()
        become({ ...draft, step: step ?? draft.step, content: { ...draft.content, ...content } })
      },
      discard: () => become(null),
    }
  })

  return {
    store,
    signedIn: async isRecorded => {
      const draft = (await tryCall(bridge, 'draft:read', {}))?.draft ?? null
      store.setState({ draft })
      if (draft !== null && isRecorded(draft.operationId)) store.getState().discard()
    },
    signedOut: () => store.setState({ draft: undefined }),
    confirmed: operationId => {
      if (store.getState().draft?.operationId === operationId) store.getState().discard()
    },
  }
}
