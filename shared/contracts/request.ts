import { z } from 'zod'
import { centsSchema, priceCentsSchema } from './cents.ts'
import { inmateIdSchema, orderWindowIdSchema, productIdSchema, requestIdSchema } from './ids.ts'
import { daySchema, instantSchema } from './instant.ts'
import { localTextSchema } from './language.ts'
import { refusedPageSchema } from './operation.ts'

/** Who in the prison holds a request and owes the answer. */
export const ownerSchema = z.enum(['canteen', 'medical', 'technician'])
export type Owner = z.output<typeof ownerSchema>

export const requestKindSchema = z.enum(['canteen', 'medical', 'web'])
export type RequestKind = z.output<typeof requestKindSchema>

/** Where a request stands at the prison. What stands before `received` only the terminal knows. */
export const requestStateSchema = z.enum([
  'received',
  'in-hand',
  'prepared',
  'delivered',
  'answered',
  'withdrawn',
  'cancelled',
])
export type RequestState = z.output<typeof requestStateSchema>

/** A step in the life of a request; `reminded` changes no state. */
export const requestEventSchema = z.strictObject({
  at: instantSchema,
  step: z.enum([...requestStateSchema.options, 'reminded']),
})
export type RequestEvent = z.output<typeof requestEventSchema>

/** An order as the prison priced it; `names` are those of the day it was ordered. */
export const pricedLineSchema = z.strictObject({
  productId: productIdSchema,
  names: localTextSchema,
  quantity: z.int().min(1),
  unitPriceCents: priceCentsSchema,
})
export type PricedLine = z.output<typeof pricedLineSchema>

export const orderSummarySchema = z.strictObject({
  windowId: orderWindowIdSchema,
  deliveryDay: daySchema,
  lines: z.array(pricedLineSchema),
  totalCents: centsSchema,
})

/** One request as its inmate may see it. A medical one carries no content: only the service can read that. */
export const requestSchema = z.strictObject({
  id: requestIdSchema,
  inmateId: inmateIdSchema,
  kind: requestKindSchema,
  state: requestStateSchema,
  owner: ownerSchema,
  recordedAt: instantSchema,
  receivedAt: instantSchema,
  dueAt: instantSchema,
  remindedAt: instantSchema.nullable(),
  receipt: z.string(),
  events: z.array(requestEventSchema),
  order: orderSummarySchema.nullable(),
  /** The page somebody asked for; null for anything else. */
  page: refusedPageSchema.nullable(),
})
export type Request = z.output<typeof requestSchema>
