import { z } from 'zod'
import { inmateIdSchema, terminalIdSchema } from '../contracts/ids.ts'
import { instantSchema } from '../contracts/instant.ts'
import { serviceSchema } from './services.ts'

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60)

export const wingIdSchema = z.string().min(1).max(60)

/** The order that closed it: a UUIDv7, so that closings sort by when they were ordered. */
export const orderIdSchema = z.uuidv7().toLowerCase().brand<'OrderId'>()
export type OrderId = z.output<typeof orderIdSchema>

/** What is closed, from the widest to the narrowest: a service, one web site, one rule of one site. */
export const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('service'), service: serviceSchema }),
  z.strictObject({ kind: z.literal('site'), siteId: slug }),
  z.strictObject({ kind: z.literal('rule'), siteId: slug, ruleId: slug }),
])
export type Target = z.output<typeof targetSchema>

/** For whom it is closed. A wing's closing holds on the terminals of that wing, an inmate's wherever they sign in. */
export const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('wing'), wingId: wingIdSchema }),
  z.strictObject({ kind: z.literal('terminal'), terminalId: terminalIdSchema }),
  z.strictObject({ kind: z.literal('inmate'), inmateId: inmateIdSchema }),
])
export type Scope = z.output<typeof scopeSchema>

/** Why, as a text that exists in every language. */
export const reasons = ['safety', 'incident', 'investigation', 'misuse', 'technical', 'staffing', 'other'] as const
export const reasonSchema = z.enum(reasons)
export type Reason = z.output<typeof reasonSchema>

// Letters, marks, numbers, punctuation, symbols and plain spaces: nothing that breaks a line or turns the writing round.
const LINE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u

/** What a warden adds in their own words. Shown as written, beside the reason. */
export const freeLineSchema = z.string().trim().min(1).max(140).regex(LINE)

/** What a warden says of a closing: the same in the order and in the document. */
export const closingFields = {
  target: targetSchema,
  scope: scopeSchema,
  reason: reasonSchema,
  line: freeLineSchema.nullable(),
  /** Closed from then on; null: at once. */
  from: instantSchema.nullable(),
  /** Open again by itself at that time; null: when a warden reopens it. */
  until: instantSchema.nullable(),
} as const

export const closingSchema = z
  .strictObject({ id: orderIdSchema, ...closingFields })
  .refine(({ from, until }) => until === null || from === null || Date.parse(from) < Date.parse(until), {
    message: 'it ends before it begins',
  })
export type Closing = z.output<typeof closingSchema>
