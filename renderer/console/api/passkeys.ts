import {
  doneSchema,
  signInChallengeSchema,
  signUpChallengeSchema,
  webAuthnMessageSchema,
} from '#shared/contracts/staff.ts'
import { staffRoutes } from '#shared/contracts/staff-routes.ts'
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { z } from 'zod'
import { ApiError } from './api-error.ts'
import { request } from './request.ts'

/** A link that was found good, and what the browser is to ask the key. */
export interface Joining {
  readonly token: string
  readonly name: string
  readonly optionsJSON: PublicKeyCredentialCreationOptionsJSON
}

// The browser reads the options and refuses what is none; here they are only passed on, from our own server.
const creationSchema = z.custom<PublicKeyCredentialCreationOptionsJSON>(isMessage)
const requestSchema = z.custom<PublicKeyCredentialRequestOptionsJSON>(isMessage)

export async function askToJoin(token: string): Promise<Joining> {
  const { name, options } = await post(signUpChallengeSchema, staffRoutes.signUpChallenge, { token })
  return { token, name, optionsJSON: creationSchema.parse(options) }
}

export async function joinWithPasskey({ token, optionsJSON }: Joining): Promise<void> {
  const response = await unlessUnused(() => startRegistration({ optionsJSON }))
  await post(doneSchema, staffRoutes.signUp, { token, response })
}

export async function signInWithPasskey(): Promise<void> {
  const { options } = await post(signInChallengeSchema, staffRoutes.signInChallenge)
  const optionsJSON = requestSchema.parse(options)
  const response = await unlessUnused(() => startAuthentication({ optionsJSON }))
  await post(doneSchema, staffRoutes.signIn, { response })
}

function isMessage(value: unknown): boolean {
  return webAuthnMessageSchema.safeParse(value).success
}

function post<Schema extends z.ZodType>(schema: Schema, url: string, body?: object): Promise<z.output<Schema>> {
  return request(schema, url, { method: 'POST', ...(body !== undefined && { body }) })
}

/** Whoever takes the key away, waits too long or has none is told to try again: nothing went wrong. */
async function unlessUnused<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask()
  } catch (error) {
    throw new ApiError('PASSKEY_UNUSED', { cause: error })
  }
}
