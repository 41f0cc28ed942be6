import { personSchema, type Person } from '#shared/contracts/person.ts'
import type { CurrentSession } from './current-session.ts'
import type { RosterStore } from './roster-store.ts'
import type { SignInGate } from './sign-in-gate.ts'
import type { VerifyPin } from './verify-pin.ts'

export type SignInAnswer =
  | { readonly status: 'signed-in'; readonly person: Person }
  | { readonly status: 'refused'; readonly waitMs: number }
  | { readonly status: 'waiting'; readonly waitMs: number }

export type SignIn = (tried: { readonly number: string; readonly pin: string }) => Promise<SignInAnswer>

export interface SignInParts {
  readonly roster: Pick<RosterStore, 'find' | 'people'>
  readonly gate: SignInGate
  readonly verifyPin: VerifyPin
  readonly session: Pick<CurrentSession, 'begin'>
}

/**
 * Signs an inmate in by number and PIN, with or without a line.
 *
 *  - An unknown number and a wrong PIN answer alike, after the same work.
 *  - While this terminal waits, no PIN is looked at, not even a right one.
 *
 * One call at a time: tries side by side would share one count.
 */
export function createSignIn({ roster, gate, verifyPin, session }: SignInParts): SignIn {
  return async ({ number, pin }) => {
    const waitMs = gate.waitMs()
    if (waitMs > 0) return { status: 'waiting', waitMs }
    const entry = roster.find(number)
    await gate.tryBegins(entry?.inmateId ?? 'nobody')
    const isRight = await verifyPin(pin, entry?.pinVerifier)
    // Looked up anew: the roster may have changed while the PIN was being checked.
    const present = roster.find(number)
    if (!isRight || entry === undefined || present?.inmateId !== entry.inmateId) {
      return { status: 'refused', waitMs: gate.waitMs() }
    }
    const { inmateId, givenName, language } = present
    const person = personSchema.parse({ inmateId, number, givenName, language })
    await gate.trySucceeded(inmateId, new Set(roster.people().map(other => other.inmateId)))
    session.begin(person)
    return { status: 'signed-in', person }
  }
}
