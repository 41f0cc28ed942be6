import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Challenges } from './challenges.ts'
import type { AuthenticationAnswer, RegistrationAnswer } from './passkey-answers.ts'

/** Where the wardens' page is: a passkey is good there and nowhere else, which is what makes it useless to a false page. */
export interface RelyingParty {
  /** A name, never an address: WebAuthn has no other. */
  readonly host: string
  /** `https://name:port`. */
  readonly origin: string
}

/** The public half of a key, as it is stored. */
export interface Passkey {
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
}

type Options = Readonly<Record<string, unknown>>

/** The key holds the name with it, and checks by PIN, finger or face who touches it. */
const selection = { residentKey: 'required', userVerification: 'required' } as const

export async function registrationOptions(
  { host }: RelyingParty,
  challenges: Challenges,
  person: { readonly id: string; readonly name: string },
): Promise<Options> {
  const options = await generateRegistrationOptions({
    rpName: 'Guichet',
    rpID: host,
    userID: new Uint8Array(Buffer.from(person.id)),
    userName: person.name,
    userDisplayName: person.name,
    attestationType: 'none',
    authenticatorSelection: selection,
  })
  challenges.remember(options.challenge)
  return { ...options }
}

export async function authenticationOptions({ host }: RelyingParty, challenges: Challenges): Promise<Options> {
  const options = await generateAuthenticationOptions({ rpID: host, userVerification: 'required' })
  challenges.remember(options.challenge)
  return { ...options }
}

/** The new key, where the answer is to one of our challenges, made at our page by a person the key has verified. */
export async function verifyRegistration(
  { host, origin }: RelyingParty,
  challenges: Challenges,
  answer: RegistrationAnswer,
): Promise<Passkey | undefined> {
  const verified = await unlessThrown(() =>
    verifyRegistrationResponse({
      response: answer,
      expectedChallenge: challenge => challenges.take(challenge),
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
    }),
  )
  if (verified?.verified !== true) return undefined
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: answer.response.transports }
}

/** The key's new counter, where the answer is `passkey`'s to one of our challenges. */
export async function verifyAuthentication(
  { host, origin }: RelyingParty,
  challenges: Challenges,
  { answer, passkey }: { readonly answer: AuthenticationAnswer; readonly passkey: Passkey },
): Promise<number | undefined> {
  const { credentialId, publicKey, counter } = passkey
  const verified = await unlessThrown(() =>
    verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge => challenges.take(challenge),
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
    }),
  )
  return verified?.verified === true ? verified.authenticationInfo.newCounter : undefined
}

/** The library throws for whatever a stranger may send. That is a refusal, not a failure of this server. */
async function unlessThrown<Value>(verify: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await verify()
  } catch {
    return undefined
  }
}
