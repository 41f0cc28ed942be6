import { instantSchema } from '#shared/contracts/instant.ts'
import { leasesSchema } from '#shared/directive/state-document.ts'
import { z } from 'zod'

/** What is left of the leases, as it was when it was written down. */
export const leaseFileSchema = z.strictObject({
  version: z.literal(1),
  leases: leasesSchema,
  /** Since the prison was last heard from. `null`: longer than any lease. */
  elapsedMs: z.int().min(0).nullable(),
  /** By the terminal's own clock, which may be wrong. */
  savedAt: instantSchema,
  /** How long the machine had been on. */
  uptimeMs: z.int().min(0),
  /** No earlier than that it was, by what the server had said. `null`: it never said anything. */
  provenAt: instantSchema.nullable(),
  /** The highest version that was obeyed: if the document itself is lost, this is known still. */
  highestVersion: z.int().min(0),
})
export type LeaseFile = z.output<typeof leaseFileSchema>
