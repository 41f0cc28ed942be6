import { MAX_SIGNED_LENGTH } from '#shared/directive/state-document.ts'
import { z } from 'zod'

/**
 * The state document as it lies on the disk, word for word as it was signed. Before the one in force stand those that named
 * other signers than the ones before them: from the pinned keys on, each is proved by the one before it.
 */
export const stateFileSchema = z.strictObject({
  version: z.literal(1),
  documents: z.array(z.string().max(MAX_SIGNED_LENGTH)).min(1),
})
export type StateFile = z.output<typeof stateFileSchema>
