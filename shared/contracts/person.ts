import { z } from 'zod'
import { inmateIdSchema, inmateNumberSchema } from './ids.ts'
import { languageSchema } from './language.ts'

/** An inmate as a screen may name them. */
export const personSchema = z.strictObject({
  inmateId: inmateIdSchema,
  number: inmateNumberSchema,
  givenName: z.string().max(80),
  language: languageSchema,
})
export type Person = z.output<typeof personSchema>

/** A line of the roster: who may sign in here, with the Argon2id verifier of their PIN in PHC form. Never reaches the page. */
export const rosterEntrySchema = z.strictObject({
  ...personSchema.shape,
  pinVerifier: z.string().startsWith('$argon2id$').max(200),
})
export type RosterEntry = z.output<typeof rosterEntrySchema>
