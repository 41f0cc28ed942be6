import type { ChannelValue } from '#renderer/data/bridge-client.ts'
import type { Language } from '#shared/contracts/language.ts'
import type { Person } from '#shared/contracts/person.ts'
import type { ErrorCode } from '#shared/errors/guichet-error.ts'

/** How long a signed-in person may do nothing before the terminal locks; longer while they read a web page. */
export const IDLE_LOCK_MS = 3 * 60_000
export const IDLE_LOCK_ON_WEB_MS = 10 * 60_000

export type Terminal = ChannelValue<'terminal:describe'>

/**
 * `refused`: number and PIN do not belong together. `waiting`: no PIN is taken yet. Both set `waitUntilMs`.
 * `failed`: this terminal could not check it.
 */
export type SignInOutcome =
  | { readonly status: 'signed-in' }
  | { readonly status: 'refused' | 'waiting'; readonly waitUntilMs: number | null }
  | { readonly status: 'failed'; readonly code: ErrorCode }

export interface Credentials {
  readonly number: string
  readonly pin: string
}

export interface SessionState {
  readonly terminal: Terminal | undefined
  /** Who may sign in here; `undefined` while not read yet, empty before the prison ever sent anybody. */
  readonly people: readonly Person[] | undefined
  readonly person: Person | null
  /** Of the whole page: the terminal's while nobody is signed in, then the person's, until they choose another. */
  readonly language: Language
  /** Until when, in milliseconds since the epoch, this terminal takes no PIN. */
  readonly waitUntilMs: number | null
  /** Why the last session ended, for the sentence on the sign-in screen; null before the first. */
  readonly lastEnd: 'signed-out' | 'idle' | 'ended-by-terminal' | null

  readonly signIn: (credentials: Credentials) => Promise<SignInOutcome>
  /** Clears everything personal from the page. What is in the cart or half written is kept for the next sign-in. */
  readonly signOut: () => Promise<void>
  readonly chooseLanguage: (language: Language) => void
  /** A touch, key or turn of the wheel. `startEntrance` already calls it for all of the page's own input. */
  readonly personActed: () => void
}
