import { z } from 'zod'
import { defineChannel } from './channel.ts'
import { enrolmentCodeSchema, lookAtCodeAnswerSchema } from './enrolment.ts'
import { instantSchema } from './instant.ts'

/*
 * What the page of a terminal without a configuration may ask. On any other these channels answer `ENROLMENT_OVER`; every
 * refusal has a code of its own, and the page a sentence for each.
 */

const surfaces = ['kiosk'] as const
const nothing = z.strictObject({})
/** SHA-256 of the authority's public key (SubjectPublicKeyInfo, DER), hexadecimal, lower case. */
const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** A server that answered, by the words for its authority's key; null where this terminal compared the key itself. */
export const foundServerSchema = z.strictObject({
  /** Host and port, as a technician would write them. */
  address: z.string().max(300),
  words: z.array(z.string().min(1).max(12)).length(6).nullable(),
})
export type FoundServer = z.output<typeof foundServerSchema>

/** What lies on this terminal already: its prison's server, an enrolment file, or an enrolment that was cut off. */
export const beginEnrolment = defineChannel({
  name: 'enrolment:begin',
  surfaces,
  input: nothing,
  output: z.strictObject({
    server: foundServerSchema.nullable(),
    code: enrolmentCodeSchema.nullable(),
    /** The code was sent already with this terminal's key: the answer is asked for again. */
    isUnderWay: z.boolean(),
  }),
})

/**
 * Asks a server who it is. No code is sent.
 *
 * With a fingerprint the authority's key is compared here, without one a person has to compare the words.
 */
export const findServer = defineChannel({
  name: 'enrolment:find-server',
  surfaces,
  input: z.strictObject({ address: z.string().max(300), fingerprint: fingerprintSchema.nullable() }),
  output: foundServerSchema,
})

/** Asks the server that was found what a code is for. `areWordsSame`: a person compared them, where there are any. */
export const lookAtCode = defineChannel({
  name: 'enrolment:look',
  surfaces,
  input: z.strictObject({ code: enrolmentCodeSchema, areWordsSame: z.boolean() }),
  output: z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('found'), ...lookAtCodeAnswerSchema.omit({ serverTime: true }).shape }),
    z.strictObject({ status: z.literal('clock-wrong'), serverTime: instantSchema, terminalTime: instantSchema }),
  ]),
})
export type LookedAtCode = Extract<z.output<typeof lookAtCode.output>, { status: 'found' }>

/** Enrols this terminal with the code that was looked at last. Answers when the configuration is on the disk. */
export const takeIn = defineChannel({
  name: 'enrolment:take-in',
  surfaces,
  input: nothing,
  output: nothing,
})
