import type { MedicalDraft } from '#shared/contracts/bridge.ts'
import type { InmateId, OperationId } from '#shared/contracts/ids.ts'

/**
 * Unfinished medical forms, each person's own, in memory and nowhere else.
 *
 *  - They outlive a crash of the page, a sign-out and the idle lock, so that nobody has to write it all again.
 *  - They do not outlive this process. That is meant: in clear they must never be on the disk, and there is no key here
 *    to hide them with that a finder of the machine would not find too.
 */
export interface MedicalDrafts {
  readonly read: (inmateId: InmateId) => MedicalDraft | null
  readonly keep: (inmateId: InmateId, draft: MedicalDraft | null) => void
  /** The form was confirmed under this id. */
  readonly confirmed: (inmateId: InmateId, operationId: OperationId) => void
  /** Forgets those of people who no longer sign in here. */
  readonly keepOnly: (present: ReadonlySet<string>) => void
}

export function createMedicalDrafts(): MedicalDrafts {
  const drafts = new Map<InmateId, MedicalDraft>()
  return {
    read: inmateId => drafts.get(inmateId) ?? null,
    keep: (inmateId, draft) => {
      if (draft === null) drafts.delete(inmateId)
      else drafts.set(inmateId, draft)
    },
    confirmed: (inmateId, operationId) => {
      if (drafts.get(inmateId)?.operationId === operationId) drafts.delete(inmateId)
    },
    keepOnly: present => {
      for (const inmateId of drafts.keys()) if (!present.has(inmateId)) drafts.delete(inmateId)
    },
  }
}
