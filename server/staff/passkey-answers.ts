import { z } from 'zod'

/*
 * What a browser answers (WebAuthn level 3, `toJSON`). Browsers add members as they please, so what is not read here is left
 * out in place of being refused. Everything that counts in it is checked against what the key has signed.
 */
const bytes = z.base64url().max(20_000)
const common = {
  id: bytes.min(1).max(1400),
  rawId: bytes.min(1).max(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.unknown().transform(() => ({})),
}

export const registrationAnswerSchema = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    /** How the key can be reached; a browser need not know. */
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
})
export type RegistrationAnswer = z.output<typeof registrationAnswerSchema>

export const authenticationAnswerSchema = z.object({
  ...common,
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
})
export type AuthenticationAnswer = z.output<typeof authenticationAnswerSchema>
