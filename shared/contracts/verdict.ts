import { z } from 'zod'
import { centsSchema, priceCentsSchema } from './cents.ts'
import { operationIdSchema, productIdSchema } from './ids.ts'

const ofProduct = { productId: productIdSchema } as const

/** Why the prison did not accept an operation. Each code has a plain sentence in every language. */
export const rejectionSchema = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('OPERATION_INVALID') }),
  z.strictObject({ code: z.literal('OPERATION_ID_REUSED') }),
  z.strictObject({ code: z.literal('OPERATION_NOT_YOURS') }),
  z.strictObject({ code: z.literal('ORDER_WINDOW_UNKNOWN') }),
  z.strictObject({ code: z.literal('ORDER_WINDOW_CLOSED') }),
  z.strictObject({ code: z.literal('ORDER_PRODUCT_UNKNOWN'), ...ofProduct }),
  z.strictObject({ code: z.literal('ORDER_STOCK_SHORT'), ...ofProduct, left: z.int().min(0) }),
  z.strictObject({ code: z.literal('ORDER_LIMIT_REACHED'), ...ofProduct, left: z.int().min(0) }),
  z.strictObject({ code: z.literal('ORDER_TOTAL_LIMIT_REACHED'), totalCents: centsSchema, leftCents: centsSchema }),
  z.strictObject({ code: z.literal('ORDER_BALANCE_SHORT'), totalCents: centsSchema, availableCents: centsSchema }),
  /** Not a refusal: the inmate sees the new prices and confirms again, or lets it go. */
  z.strictObject({
    code: z.literal('ORDER_PRICE_ROSE'),
    totalCents: centsSchema,
    lines: z.array(z.strictObject({ ...ofProduct, seenCents: priceCentsSchema, nowCents: priceCentsSchema })).min(1),
  }),
  z.strictObject({ code: z.literal('MEDICAL_KEY_UNKNOWN') }),
  z.strictObject({ code: z.literal('REQUEST_UNKNOWN') }),
  z.strictObject({ code: z.literal('REQUEST_TOO_LATE') }),
  z.strictObject({ code: z.literal('REQUEST_REMINDED_ALREADY') }),
])
export type Rejection = z.output<typeof rejectionSchema>

/** The server's answer to one operation of a batch. `deferred` means: keep it, and ask again later. */
export const verdictSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('applied'), operationId: operationIdSchema, receipt: z.string().max(4000) }),
  z.strictObject({ status: z.literal('duplicate'), operationId: operationIdSchema, receipt: z.string().max(4000) }),
  z.strictObject({ status: z.literal('rejected'), operationId: operationIdSchema, rejection: rejectionSchema }),
  z.strictObject({ status: z.literal('deferred'), operationId: operationIdSchema }),
  /** The entry at this place of the batch carried no readable id, so nothing can be said of it by name. */
  z.strictObject({ status: z.literal('unreadable'), operationId: z.null() }),
])
export type Verdict = z.output<typeof verdictSchema>
export type SettlingVerdict = Extract<Verdict, { status: 'applied' | 'duplicate' | 'rejected' }>
