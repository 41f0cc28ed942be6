import { z } from 'zod'
import { instantSchema } from '../contracts/instant.ts'
import { languageSchema } from '../contracts/language.ts'
import { personTextSchema } from '../text/person-text.ts'

export const MEDICAL_TEXT_LIMIT = 2000

export const medicalServiceSchema = z.enum(['doctor', 'nurse', 'dentist', 'psychologist', 'optician'])
export const sinceWhenSchema = z.enum(['today', 'some-days', 'some-weeks', 'longer'])
/** From 1, a little, to 5, unbearable: the five faces. */
export const howBadSchema = z.int().min(1).max(5)

/** What an inmate tells the medical service. Exists in clear only in memory and in front of that service. */
export const medicalContentSchema = z.strictObject({
  version: z.literal(1),
  service: medicalServiceSchema,
  sinceWhen: sinceWhenSchema,
  howBad: howBadSchema,
  text: personTextSchema(MEDICAL_TEXT_LIMIT),
  language: languageSchema,
  writtenAt: instantSchema,
})
export type MedicalContent = z.output<typeof medicalContentSchema>
