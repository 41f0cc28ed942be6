import { z } from 'zod'
import { instantSchema } from '../contracts/instant.ts'
import { closingFields, freeLineSchema, orderIdSchema } from './closing.ts'
import { leasesSchema } from './state-document.ts'

/** What a warden wants. */
export const orderIntentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('close'), ...closingFields }),
  /** Takes one closing back. */
  z.strictObject({ kind: z.literal('reopen'), closingId: orderIdSchema }),
  z.strictObject({
    kind: z.literal('maintenance-plan'),
    from: instantSchema,
    until: instantSchema.nullable(),
    line: freeLineSchema.nullable(),
  }),
  /** Begins what was planned, or at once what was not. */
  z.strictObject({
    kind: z.literal('maintenance-begin'),
    until: instantSchema.nullable(),
    line: freeLineSchema.nullable(),
  }),
  /** How long terminals may go on without word from the prison. */
  z.strictObject({ kind: z.literal('leases'), leases: leasesSchema }),
  z.strictObject({ kind: z.literal('maintenance-abort') }),
  z.strictObject({ kind: z.literal('maintenance-end') }),
])
export type OrderIntent = z.output<typeof orderIntentSchema>

export const orderSchema = z.strictObject({ id: orderIdSchema, intent: orderIntentSchema })
export type Order = z.output<typeof orderSchema>
