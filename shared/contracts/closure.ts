import { z } from 'zod'
import { reasons } from '../directive/closing.ts'
import { instantSchema } from './instant.ts'

/** Why something is closed, for a screen. `no-contact`: this terminal has not heard from the prison for too long. */
export const closureSchema = z.strictObject({
  reason: z.enum([...reasons, 'no-contact']),
  /** A line in a warden's own words, in whatever language they wrote it. */
  line: z.string().max(140).nullable(),
  /** Open again then by itself; null: not known. */
  until: instantSchema.nullable(),
})
export type Closure = z.output<typeof closureSchema>

const perhapsClosed = closureSchema.nullable()

/**
 * What is open on this terminal for whoever is signed in now; null where it is. A service's own entry already says what the
 * platform's closing means for it. My requests and the account can always be read.
 */
export const openStateSchema = z.strictObject({
  platform: perhapsClosed,
  web: perhapsClosed,
  canteen: perhapsClosed,
  medical: perhapsClosed,
  requests: perhapsClosed,
  complaints: perhapsClosed,
  notices: perhapsClosed,
  /** Web sites that are closed one by one. */
  sites: z.record(z.string(), closureSchema),
  maintenance: z
    .strictObject({
      phase: z.enum(['planned', 'begun']),
      from: instantSchema,
      until: instantSchema.nullable(),
      line: z.string().max(140).nullable(),
    })
    .nullable(),
})
export type OpenState = z.output<typeof openStateSchema>

export const everythingOpen: OpenState = {
  platform: null,
  web: null,
  canteen: null,
  medical: null,
  requests: null,
  complaints: null,
  notices: null,
  sites: {},
  maintenance: null,
}
