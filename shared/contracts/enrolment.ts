import { z } from 'zod'
import { kioskConfigurationSchema } from './configuration.ts'
import { localTextSchema } from './language.ts'

/** How many symbols a code has: 60 bits. */
export const ENROLMENT_CODE_LENGTH = 12

/** A one-time code as it is sent: Crockford's base32 (no I, L, O, U), in capitals, without dashes. */
export const enrolmentCodeSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{12}$/)
export type EnrolmentCode = z.output<typeof enrolmentCodeSchema>

/** `POST /terminal/v1/enrolment/look`: what a code is for. Changes nothing. */
export const lookAtCodeRequestSchema = z.strictObject({ code: enrolmentCodeSchema })

export const lookAtCodeAnswerSchema = z.strictObject({
  /** What the terminal is called and where it stands, for the technician to compare with the door. */
  terminal: z.strictObject({ name: z.string().min(1).max(40), cell: z.string().max(40), wing: z.string().max(80) }),
  prison: z.strictObject({ names: localTextSchema }),
  /** RFC 3339, of the server's clock: a terminal's own may not be set yet. */
  serverTime: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type LookAtCodeAnswer = z.output<typeof lookAtCodeAnswerSchema>

/** For so long, in milliseconds, an address that sent too many codes nobody was given is refused further ones. */
export const WRONG_CODES_SPAN_MS = 60_000

/**
 * `POST /terminal/v1/enrolment`: takes the code's terminal in with a key it has just made (raw Ed25519, base64url).
 *
 * The same code with the same key answers the same again for an hour, for an answer may be lost; with another key it is used up.
 */
export const enrolRequestSchema = z.strictObject({ code: enrolmentCodeSchema, publicKey: z.base64url().length(43) })

/** All a terminal has to know, but for where its own key lies. */
export const enrolAnswerSchema = z.strictObject({
  configuration: kioskConfigurationSchema.extend({
    terminal: kioskConfigurationSchema.shape.terminal.omit({ privateKeyFile: true }),
  }),
  serverTime: z.iso.datetime(),
})
export type EnrolAnswer = z.output<typeof enrolAnswerSchema>

/** The file of a prison's image, `/etc/guichet/server.json`: whom a new terminal may trust without asking anybody. */
export const serverHintSchema = z.strictObject({
  version: z.literal(1),
  url: z.url({ protocol: /^https$/ }),
  authorityPem: z.string().startsWith('-----BEGIN CERTIFICATE-----'),
})
export type ServerHint = z.output<typeof serverHintSchema>

/** An enrolment file, as `guichet enrol` writes it: for one terminal, once. */
export const enrolmentFileSchema = serverHintSchema.extend({
  code: enrolmentCodeSchema,
  /** The terminal it is for. */
  name: z.string().min(1).max(40),
  expiresAt: z.iso.datetime(),
})
export type EnrolmentFile = z.output<typeof enrolmentFileSchema>
