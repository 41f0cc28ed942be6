import { z } from 'zod'
import { prisonIdSchema, terminalIdSchema } from '../contracts/ids.ts'
import { instantSchema } from '../contracts/instant.ts'
import { closingSchema, freeLineSchema, orderIdSchema } from './closing.ts'

/** A key that signs state documents and lease grants: raw Ed25519, base64url. Its id is the first 16 of its SHA-256. */
export const signerSchema = z.strictObject({
  keyId: z.string().min(8).max(64),
  publicKey: z.base64url().length(43),
})
export type Signer = z.output<typeof signerSchema>

/** How long a terminal may act on what it knows, in whole seconds since it last heard from the prison. */
export const leasesSchema = z.strictObject({
  web: z
    .int()
    .min(10)
    .max(24 * 3600),
  local: z
    .int()
    .min(60)
    .max(30 * 24 * 3600),
})
export type Leases = z.output<typeof leasesSchema>

/** A quarter of an hour for the web; three days for what lies on the terminal. */
export const defaultLeases: Leases = { web: 15 * 60, local: 72 * 3600 }

export const maintenanceSchema = z.strictObject({
  id: orderIdSchema,
  /** `planned`: announced on the terminals. `begun`: the server takes nothing, and terminals keep what is recorded. */
  phase: z.enum(['planned', 'begun']),
  from: instantSchema,
  until: instantSchema.nullable(),
  line: freeLineSchema.nullable(),
})
export type Maintenance = z.output<typeof maintenanceSchema>

/** The most closings in force at once: a document of these is about 300 kB. */
export const MAX_CLOSINGS = 1000
/** The longest document or grant a terminal reads, in characters. */
export const MAX_SIGNED_LENGTH = 1024 * 1024

/**
 * What is open for whom in one prison: the whole of it, every time. A terminal obeys the highest version it has seen.
 *
 * Travels as a compact JWS (RFC 7515) of its canonical JSON with `alg: EdDSA` (RFC 8037), the signer's `kid`, and
 * `typ: guichet-state`.
 */
export const stateDocumentSchema = z.strictObject({
  format: z.literal(1),
  prisonId: prisonIdSchema,
  version: z.int().min(1),
  issuedAt: instantSchema,
  leases: leasesSchema,
  closings: z.array(closingSchema).max(MAX_CLOSINGS),
  maintenance: maintenanceSchema.nullable(),
  /** Whom a terminal believes from this document on. One signed with the old key names the new one. */
  signers: z.array(signerSchema).min(1).max(4),
})
export type StateDocument = z.output<typeof stateDocumentSchema>
export const STATE_TYPE = 'guichet-state'

/**
 * Says to one terminal that it is up to date. `nonce` is what it asked with, so that an old grant is worth nothing.
 * Signed as a state document is, with `typ: guichet-lease`.
 */
export const leaseGrantSchema = z.strictObject({
  format: z.literal(1),
  prisonId: prisonIdSchema,
  terminalId: terminalIdSchema,
  nonce: z.base64url().length(22),
  /** The version in force. A terminal that holds another has no lease of it. */
  version: z.int().min(0),
  /** The server's time: with the time since, on the monotonic clock, what "until" is measured by. */
  at: instantSchema,
  leases: leasesSchema,
})
export type LeaseGrant = z.output<typeof leaseGrantSchema>
export const LEASE_TYPE = 'guichet-lease'
