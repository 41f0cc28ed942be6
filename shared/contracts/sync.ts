import { z } from 'zod'
import { accountEntrySchema, accountSchema } from './account.ts'
import { categorySchema, orderWindowSchema, productSchema } from './catalogue.ts'
import { prisonIdSchema } from './ids.ts'
import { instantSchema } from './instant.ts'
import { localTextSchema } from './language.ts'
import { noticeSchema } from './notice.ts'
import { rosterEntrySchema } from './person.ts'
import { requestSchema } from './request.ts'
import { verdictSchema } from './verdict.ts'

/** The most operations one push may carry, and the most bytes. A longer outbox goes in several. */
export const PUSH_BATCH_LIMIT = 200
export const PUSH_BODY_LIMIT = 2 * 1024 * 1024
/** The most operations the page hands to the main process at once. It sends a batch while it reads the last one's answer. */
export const PUSH_CALL_LIMIT = 1000

/**
 * `POST /terminal/v1/push`. Operations are read one by one on the other side, so that a bad one never
 * fails its neighbours: here they are only JSON values. `sentAt` is the terminal's clock at sending; the
 * server moves each `recordedAt` by the offset it sees, so that a wrong clock neither opens nor closes a window.
 */
export const pushRequestSchema = z.strictObject({
  sentAt: instantSchema,
  operations: z.array(z.unknown()).min(1).max(PUSH_BATCH_LIMIT),
})
export type PushRequest = z.output<typeof pushRequestSchema>

/** `verdicts[i]` answers `operations[i]`. */
export const pushResponseSchema = z.strictObject({ verdicts: z.array(verdictSchema) })

export const prisonSchema = z.strictObject({
  id: prisonIdSchema,
  names: localTextSchema,
  timeZone: z.string(),
})
export type Prison = z.output<typeof prisonSchema>

const change = <Name extends string, Value extends z.ZodType>(entity: Name, value: Value) =>
  z.strictObject({ entity: z.literal(entity), key: z.string().min(1).max(80), value: value.nullable() })

/** One row as it now is, or `value: null`, a tombstone: the row is gone or no longer this terminal's. */
export const changeSchema = z.discriminatedUnion('entity', [
  change('prison', prisonSchema),
  change('person', rosterEntrySchema),
  change('web-policy', z.strictObject({ text: z.string().max(4_000_000) })),
  change('category', categorySchema),
  change('product', productSchema),
  change('window', orderWindowSchema),
  change('notice', noticeSchema),
  change('account', accountSchema),
  change('account-entry', accountEntrySchema),
  change('request', requestSchema),
])
export type Change = z.output<typeof changeSchema>
export type Entity = Change['entity']

/** What the page mirrors. The roster and the web policy stop in the main process. */
export const pageChangeSchema = z.discriminatedUnion('entity', [
  changeSchema.options[0],
  changeSchema.options[3],
  changeSchema.options[4],
  changeSchema.options[5],
  changeSchema.options[6],
  changeSchema.options[7],
  changeSchema.options[8],
  changeSchema.options[9],
])
export type PageChange = z.output<typeof pageChangeSchema>

/** Opaque to the terminal; only the server reads it. */
export const cursorSchema = z.base64url().min(1).max(400)

/** `GET /terminal/v1/pull?cursor=`. Without a cursor: everything this terminal may have. */
export const pullQuerySchema = z.strictObject({ cursor: cursorSchema.optional() })

export const pullResponseSchema = z.strictObject({
  cursor: cursorSchema,
  /** More is waiting behind `cursor`: ask again at once. */
  more: z.boolean(),
  changes: z.array(changeSchema),
})
export type PullResponse = z.output<typeof pullResponseSchema>

export const errorBodySchema = z.strictObject({ code: z.string(), retryable: z.boolean() })
