import { z } from 'zod'
import { line } from '../doctor/finding.ts'
import { releaseVersionSchema } from './release-version.ts'
import { UPDATE_LIMIT, updateManifestSchema } from './update-manifest.ts'

/** How much of an update goes in one piece, in bytes. */
export const PIECE_BYTES = 1024 * 1024

const hour = z.int().min(0).max(24)

/** Hours of the prison's day in which a terminal may change its program; `from` after `to` goes over midnight. */
export const quietHoursSchema = z.strictObject({ from: hour, to: hour })
export type QuietHours = z.output<typeof quietHoursSchema>

/** `POST /terminal/v1/update`: which version a terminal runs, what became of the last one, and what it may have. */
export const updateQuestionSchema = z.strictObject({
  version: z.literal(1),
  running: releaseVersionSchema,
  architecture: updateManifestSchema.shape.architecture,
  /** The version it went back from or would not install, and why, for a technician. */
  failed: z.strictObject({ version: releaseVersionSchema, why: line(200) }).nullable(),
})
export type UpdateQuestion = z.output<typeof updateQuestionSchema>

export const updateOfferSchema = z.strictObject({
  version: releaseVersionSchema,
  /** Counts up each time it is staged again: a terminal where it failed tries once more. */
  attempt: z.int().min(1),
  /** Of the whole file, in bytes and as SHA-256 in hex. */
  size: z.int().min(1).max(UPDATE_LIMIT),
  sha256: updateManifestSchema.shape.sha256,
  hours: quietHoursSchema.nullable(),
})
export type UpdateOffer = z.output<typeof updateOfferSchema>

export const updateAnswerSchema = z.strictObject({ update: updateOfferSchema.nullable() })

/** `GET /terminal/v1/update/piece`: the bytes from `offset` on, for a terminal that may have this version. */
export const pieceQuerySchema = z.strictObject({
  version: releaseVersionSchema,
  architecture: updateManifestSchema.shape.architecture,
  offset: z.coerce.number().int().min(0).max(UPDATE_LIMIT),
})
export const pieceSchema = z.strictObject({ data: z.base64().max(Math.ceil(PIECE_BYTES / 3) * 4) })
