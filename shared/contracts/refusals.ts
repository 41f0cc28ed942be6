import { z } from 'zod'

/** The most refusals one report may carry. A longer list goes in several. */
export const REFUSAL_REPORT_LIMIT = 200
/** In characters: enough to recognise a page by. */
export const MAX_REFUSED_PATH_LENGTH = 200

const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60)

/**
 * What the kiosk's own gate refused on one day, counted where it is the same. Never a query, a body or a person: a path
 * that holds a `?` or `#` is refused.
 */
export const refusalCountSchema = z.strictObject({
  /** The day on which it was refused, by the terminal's clock in the prison's time zone. */
  day: z.iso.date(),
  /** A key of `denyReasons`; a terminal may know one that the server does not. */
  reason: id,
  siteId: id.optional(),
  ruleId: id.optional(),
  /** With a port where it is not the scheme's own. Empty where the address could not be read. */
  host: z
    .string()
    .max(260)
    .regex(/^[a-z0-9.:[\]_-]*$/),
  path: z
    .string()
    .max(MAX_REFUSED_PATH_LENGTH)
    .regex(/^(?:\/[^?#\s]*)?$/),
  method: z.string().regex(/^[A-Z]{0,20}$/),
  type: z.string().regex(/^[A-Za-z]{1,20}$/),
  count: z.int().min(1).max(1_000_000),
})
export type RefusalCount = z.output<typeof refusalCountSchema>

/** `POST /terminal/v1/refusals`. A report that is repeated because its answer was lost counts twice: it is a measure. */
export const refusalReportSchema = z.strictObject({
  refusals: z.array(refusalCountSchema).min(1).max(REFUSAL_REPORT_LIMIT),
})
