import { z } from 'zod'
import { instantSchema } from '../contracts/instant.ts'
import { releaseVersionSchema } from '../update/release-version.ts'

/** What a terminal's notes say of its updates. Only what is newer than what runs: the rest is settled. */
export const updateFactsSchema = z.strictObject({
  running: releaseVersionSchema,
  /** The last one that did not come to stay: not installed, gone back from, or put off for want of the server's answer. */
  failed: z
    .strictObject({
      version: releaseVersionSchema,
      how: z.enum(['refused', 'went-back', 'put-off']),
      why: z.string().max(400),
    })
    .nullable(),
  /** The one the server offers, and since when. */
  offered: z.strictObject({ version: releaseVersionSchema, since: instantSchema, isInstalled: z.boolean() }).nullable(),
})
export type UpdateFacts = z.output<typeof updateFactsSchema>
