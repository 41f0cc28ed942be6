import { z } from 'zod'
import { centsSchema } from './cents.ts'
import { inmateIdSchema, operationIdSchema, prisonIdSchema, terminalIdSchema } from './ids.ts'
import { instantSchema } from './instant.ts'
import { ownerSchema } from './request.ts'

/**
 * What the prison signs for every operation it accepted: what, when received, who handles it, by when an
 * answer is due. Travels as a compact JWS (RFC 7515) with `alg: EdDSA` (RFC 8037) and the key's `kid`.
 */
export const receiptSchema = z.strictObject({
  version: z.literal(1),
  prisonId: prisonIdSchema,
  operationId: operationIdSchema,
  /** SHA-256 of the operation's canonical JSON, base64url: proves which words were received. */
  operationHash: z.base64url().length(43),
  kind: z.enum(['canteen.order', 'medical.appointment', 'web.page-request', 'request.withdraw', 'request.remind']),
  inmateId: inmateIdSchema,
  terminalId: terminalIdSchema,
  receivedAt: instantSchema,
  owner: ownerSchema,
  dueAt: instantSchema,
  /** The price of an order as charged; null for anything else. */
  totalCents: centsSchema.nullable(),
})
export type Receipt = z.output<typeof receiptSchema>
