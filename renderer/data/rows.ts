import { accountEntrySchema, accountSchema } from '#shared/contracts/account.ts'
import { categorySchema, orderWindowSchema, productSchema } from '#shared/contracts/catalogue.ts'
import {
  inmateIdSchema,
  noticeIdSchema,
  operationIdSchema,
  orderWindowIdSchema,
  productIdSchema,
} from '#shared/contracts/ids.ts'
import { instantSchema } from '#shared/contracts/instant.ts'
import { noticeSchema } from '#shared/contracts/notice.ts'
import { operationSchema, orderLineSchema } from '#shared/contracts/operation.ts'
import { requestSchema } from '#shared/contracts/request.ts'
import { cursorSchema } from '#shared/contracts/sync.ts'
import { rejectionSchema } from '#shared/contracts/verdict.ts'
import { z } from 'zod'

/**
 * An operation the prison has not settled, or has refused and the person has not put away.
 *
 *  - `seq` is the push order. `sent` means: it left at least once, and no answer has come.
 *  - `unreadable` counts how often the prison could not read it.
 *  - `replacedBy` is the id the person confirms it again under; written before that operation exists.
 */
export const outboxEntrySchema = z.strictObject({
  seq: z.int().min(1),
  operation: operationSchema,
  state: z.enum(['pending', 'sent', 'parked']),
  rejection: rejectionSchema.nullable(),
  unreadable: z.int().min(0),
  replacedBy: operationIdSchema.nullable(),
})
export type OutboxEntry = z.output<typeof outboxEntrySchema>

/** An operation the prison has accepted and whose effect the mirror does not show yet. */
export const receivedOperationSchema = z.strictObject({
  operation: operationSchema,
  receipt: z.string(),
  settledAt: instantSchema,
})
export type ReceivedOperation = z.output<typeof receivedOperationSchema>

/** `generation` numbers full copies: what an older one left behind is swept when a newer one is whole. */
const mirrored = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ key: z.string(), generation: z.int().min(0), value })

/** The mirror: rows exactly as the prison sent them. */
export const mirrorSchemas = {
  categories: mirrored(categorySchema),
  products: mirrored(productSchema),
  windows: mirrored(orderWindowSchema),
  notices: mirrored(noticeSchema),
  accounts: mirrored(accountSchema),
  accountEntries: mirrored(accountEntrySchema),
  requests: mirrored(requestSchema),
} as const
export type MirrorTable = keyof typeof mirrorSchemas
export type MirrorRow<Name extends MirrorTable> = z.output<(typeof mirrorSchemas)[Name]>

/** Where the mirror stands. `isCopying` from the first page of a full copy until its last. */
export const syncMetaSchema = z.strictObject({
  name: z.literal('sync'),
  cursor: cursorSchema.nullable(),
  generation: z.int().min(0),
  isCopying: z.boolean(),
  hasCopy: z.boolean(),
})
export type SyncMeta = z.output<typeof syncMetaSchema>

export const noCopyYet: SyncMeta = { name: 'sync', cursor: null, generation: 0, isCopying: false, hasCopy: false }

/** One inmate's cart. `review` is what stood on the review page, under the id it will be confirmed with. */
export const cartDraftSchema = z.strictObject({
  inmateId: inmateIdSchema,
  items: z.array(z.strictObject({ productId: productIdSchema, quantity: z.int().min(1) })),
  review: z
    .strictObject({
      operationId: operationIdSchema,
      windowId: orderWindowIdSchema,
      lines: z.array(orderLineSchema),
    })
    .nullable(),
})
export type CartDraft = z.output<typeof cartDraftSchema>

export const noticeReadSchema = z.strictObject({ inmateId: inmateIdSchema, noticeId: noticeIdSchema })
export type NoticeRead = z.output<typeof noticeReadSchema>
