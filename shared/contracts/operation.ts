import { z } from 'zod'
import { priceCentsSchema } from './cents.ts'
import {
  inmateIdSchema,
  operationIdSchema,
  orderWindowIdSchema,
  productIdSchema,
  requestIdSchema,
  terminalIdSchema,
} from './ids.ts'
import { instantSchema } from './instant.ts'
import { sealedSchema } from './sealed.ts'

/** The most of one product a line may ask for; what a person may really have is the server's to say. */
export const MAX_LINE_QUANTITY = 99
export const MAX_ORDER_LINES = 80

/** `seenUnitPriceCents` is a picture of what the screen showed. It never prices anything. */
export const orderLineSchema = z.strictObject({
  productId: productIdSchema,
  quantity: z.int().min(1).max(MAX_LINE_QUANTITY),
  seenUnitPriceCents: priceCentsSchema,
})
export type OrderLine = z.output<typeof orderLineSchema>

/** `replaces` names the parked order this one confirms again, at the new prices. */
export const canteenOrderBodySchema = z.strictObject({
  windowId: orderWindowIdSchema,
  lines: z
    .array(orderLineSchema)
    .min(1)
    .max(MAX_ORDER_LINES)
    .refine(lines => new Set(lines.map(line => line.productId)).size === lines.length, { error: 'a product twice' }),
  replaces: requestIdSchema.nullable(),
})
export type CanteenOrderBody = z.output<typeof canteenOrderBodySchema>

/** The characters an address keeps of a refused page: host and path, never the query, which holds what a person typed. */
export const MAX_PAGE_ADDRESS_LENGTH = 200

/**
 * A page the gate refused, and that somebody asks for. It goes to whoever writes the web policy, so it is data like any
 * other text: no control characters, no spaces, nothing that could be taken for more than one address.
 */
export const refusedPageSchema = z.strictObject({
  siteId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  address: z
    .string()
    .regex(/^[\x21-\x7e]+$/)
    .max(MAX_PAGE_ADDRESS_LENGTH),
  /** `W-<site>-<reason>`, as the person saw it. */
  code: z.string().regex(/^W-\d{1,6}-\d{1,3}$/),
})
export type RefusedPage = z.output<typeof refusedPageSchema>

const aboutRequestSchema = z.strictObject({ requestId: requestIdSchema })

const envelope = {
  id: operationIdSchema,
  inmateId: inmateIdSchema,
  terminalId: terminalIdSchema,
  /** The terminal's clock at confirmation; the server corrects it by the offset it sees at push. */
  recordedAt: instantSchema,
} as const

/** One intended change an inmate confirmed. */
export const operationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...envelope, kind: z.literal('canteen.order'), body: canteenOrderBodySchema }),
  z.strictObject({ ...envelope, kind: z.literal('medical.appointment'), body: sealedSchema }),
  z.strictObject({ ...envelope, kind: z.literal('web.page-request'), body: refusedPageSchema }),
  z.strictObject({ ...envelope, kind: z.literal('request.withdraw'), body: aboutRequestSchema }),
  z.strictObject({ ...envelope, kind: z.literal('request.remind'), body: aboutRequestSchema }),
])
export type Operation = z.output<typeof operationSchema>
export type OperationKind = Operation['kind']
export type OperationOf<Kind extends OperationKind> = Extract<Operation, { kind: Kind }>
