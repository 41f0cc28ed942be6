import { z } from 'zod'
import { instantSchema } from '../contracts/instant.ts'

/**
 * What `read-machine-facts` found on a terminal (build/debian): names and what was found, as text. What could not be found
 * out is not there. A name this version does not know is one of a later script, and is let be.
 */
export const machineFactsSchema = z.strictObject({
  version: z.literal(1),
  at: instantSchema,
  facts: z.record(z.string().max(80), z.string().max(400)),
})
export type MachineFacts = z.output<typeof machineFactsSchema>

/** Older than this they say nothing about now: they are read anew every ten minutes. */
export const MACHINE_FACTS_MAX_AGE_MS = 60 * 60 * 1000
