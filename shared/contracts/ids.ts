import { z } from 'zod'

/**
 * Ids are branded so that one cannot stand in for another. Operations carry a UUIDv7 minted when the
 * inmate confirms (RFC 9562 §5.7); things the prison names itself carry a short slug.
 */
export const operationIdSchema = z.uuidv7().toLowerCase().brand<'OperationId'>()
export type OperationId = z.output<typeof operationIdSchema>

/** A request lives under the id of the operation that opened it. */
export const requestIdSchema = operationIdSchema.meta({
  description: 'the id of the operation that opened the request',
})
export type RequestId = OperationId

export const inmateIdSchema = z.uuid().brand<'InmateId'>()
export type InmateId = z.output<typeof inmateIdSchema>

export const terminalIdSchema = z.uuid().brand<'TerminalId'>()
export type TerminalId = z.output<typeof terminalIdSchema>

export const prisonIdSchema = z.uuid().brand<'PrisonId'>()
export type PrisonId = z.output<typeof prisonIdSchema>

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60)

export const productIdSchema = slug.brand<'ProductId'>()
export type ProductId = z.output<typeof productIdSchema>

export const categoryIdSchema = slug.brand<'CategoryId'>()
export type CategoryId = z.output<typeof categoryIdSchema>

export const orderWindowIdSchema = slug.brand<'OrderWindowId'>()
export type OrderWindowId = z.output<typeof orderWindowIdSchema>

export const noticeIdSchema = slug.brand<'NoticeId'>()
export type NoticeId = z.output<typeof noticeIdSchema>

/** The door-card number an inmate signs in with. */
export const inmateNumberSchema = z.string().regex(/^[0-9]{3,8}$/, { error: 'not three to eight digits' })
export const pinSchema = z.string().regex(/^[0-9]{4,8}$/)
