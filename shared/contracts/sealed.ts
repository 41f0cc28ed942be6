import { z } from 'zod'

/**
 * A text only one service can open: HPKE base mode (RFC 9180), DHKEM(P-256, HKDF-SHA256),
 * HKDF-SHA256, AES-256-GCM. `keyId` names the service's public key it was sealed to.
 */
export const sealedSchema = z.strictObject({
  version: z.literal(1),
  keyId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
  encapsulatedKey: z.base64url().max(200),
  ciphertext: z.base64url().max(20_000),
})
export type Sealed = z.output<typeof sealedSchema>
