import { z } from 'zod'
import { wingIdSchema } from '../directive/closing.ts'
import { signerSchema } from '../directive/state-document.ts'
import { prisonIdSchema, terminalIdSchema } from './ids.ts'
import { languageSchema, localTextSchema } from './language.ts'
import { serviceSecretSchema } from '../service/service-code.ts'

/** A public key of the prison server that signs receipts: raw Ed25519, base64url. */
export const receiptKeySchema = z.strictObject({
  keyId: z.string().min(8).max(64),
  publicKey: z.base64url().length(43),
})

/** A public key that something is sealed to: raw uncompressed P-256 point, base64url. */
export const sealingKeySchema = z.strictObject({
  keyId: z.string().min(8).max(64),
  publicKey: z.base64url().length(87),
})
export type SealingKey = z.output<typeof sealingKeySchema>

const certificateSchema = z.string().startsWith('-----BEGIN CERTIFICATE-----')

/**
 * The one file a kiosk reads, written at enrolment. It pins whom the terminal trusts; `privateKeyFile`
 * lies beside it and never leaves the machine. The medical key and the recovery key are pinned here, not pulled, so that a
 * server that turns bad cannot slip in a key of its own.
 */
export const kioskConfigurationSchema = z.strictObject({
  version: z.literal(1),
  prison: z.strictObject({ id: prisonIdSchema, names: localTextSchema, timeZone: z.string() }),
  server: z.strictObject({
    url: z.url({ protocol: /^https$/ }),
    authorityPem: certificateSchema,
    receiptKeys: z.array(receiptKeySchema).min(1),
    /** Who signs what is open and closed. Later keys come in documents these have signed. */
    stateSigners: z.array(signerSchema).min(1).max(4),
  }),
  /** The way to the web. `authorityPem` vouches for the sites as the gateway shows them, and for nothing else. */
  gateway: z.strictObject({ url: z.url({ protocol: /^https$/ }), authorityPem: certificateSchema }),
  terminal: z.strictObject({
    id: terminalIdSchema,
    name: z.string().min(1).max(40),
    /** Where it stands: a wing's closing holds on the terminals of that wing. */
    wingId: wingIdSchema,
    privateKeyFile: z.string().min(1),
  }),
  medical: sealingKeySchema,
  /** The prison's recovery key: whoever has its private half reads the journal of this terminal when the terminal is broken. */
  recovery: sealingKeySchema,
  /** What opens its service screen. Absent on a terminal that was enrolled before there was one: no code opens it. */
  service: z.strictObject({ secret: serviceSecretSchema }).optional(),
  language: languageSchema,
})
export type KioskConfiguration = z.output<typeof kioskConfigurationSchema>
