import { z } from 'zod'

/** An instant as ISO 8601 in UTC with `Z`, as `Date.toISOString` writes it. */
export const instantSchema = z.iso.datetime()
/** A calendar day, `YYYY-MM-DD`, in the prison's time zone. */
export const daySchema = z.iso.date()
