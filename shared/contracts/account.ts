import { z } from 'zod'
import { centsSchema } from './cents.ts'
import { inmateIdSchema, requestIdSchema } from './ids.ts'
import { instantSchema } from './instant.ts'

/** What an inmate has: `availableCents` can be ordered with, `heldCents` waits for goods. Both are sums of entries. */
export const accountSchema = z.strictObject({
  inmateId: inmateIdSchema,
  availableCents: centsSchema,
  heldCents: centsSchema,
})
export type Account = z.output<typeof accountSchema>

export const ledgerKindSchema = z.enum([
  'opening',
  'wages',
  'deposit',
  'phone',
  'canteen',
  'order-hold',
  'order-release',
  'order-debit',
])
export type LedgerKind = z.output<typeof ledgerKindSchema>

/** One movement on an inmate's account: negative takes away. */
export const accountEntrySchema = z.strictObject({
  id: z.uuid(),
  inmateId: inmateIdSchema,
  at: instantSchema,
  kind: ledgerKindSchema,
  amountCents: centsSchema,
  requestId: requestIdSchema.nullable(),
})
export type AccountEntry = z.output<typeof accountEntrySchema>
