import type { BridgeClient } from '#renderer/data/bridge-client.ts'
import type { SyncClock } from '#renderer/data/sync-loop.ts'
import { tryCall } from '#renderer/data/try-call.ts'
import type { Language } from '#shared/contracts/language.ts'
import type { Person } from '#shared/contracts/person.ts'
import { toPublicError } from '#shared/errors/guichet-error.ts'
import { createStore, type StoreApi } from 'zustand'
import { createIdleLock, type IdleLock } from './idle-lock.ts'
import type { Credentials, SessionState, SignInOutcome } from './session-store.ts'

export interface SessionPorts {
  readonly bridge: BridgeClient
  readonly clock: SyncClock
  readonly idleLimitMs: () => number
  /** Makes what is this person's; the screens see the person only afterwards. */
  readonly prepare: (person: Person) => Promise<void>
  /** Takes everything personal off the page. */
  readonly clear: () => void
  /** The main process knows too now that nobody is signed in. */
  readonly ended: () => Promise<void>
}

type SessionEnd = NonNullable<SessionState['lastEnd']>

/** Who is at the terminal. One person at a time; what is theirs comes and goes with them. */
export class SessionKeeper {
  readonly store: StoreApi<SessionState>
  readonly #ports: SessionPorts
  readonly #idle: IdleLock
  #chosen: Language | null = null

  constructor(ports: SessionPorts) {
    this.#ports = ports
    this.#idle = createIdleLock(ports.clock, ports.idleLimitMs, () => void this.end('idle'))
    this.store = createStore<SessionState>(() => ({
      terminal: undefined,
      people: undefined,
      person: null,
      language: 'en',
      waitUntilMs: null,
      lastEnd: null,
      signIn: async credentials => this.#signIn(credentials),
      signOut: async () => this.end('signed-out'),
      chooseLanguage: language => this.#languageChosen(language),
      personActed: () => this.#idle.acted(),
    }))
  }

  async refreshTerminal(): Promise<void> {
    const terminal = await tryCall(this.#ports.bridge, 'terminal:describe', {})
    if (terminal === null) return
    this.store.setState({ terminal })
    this.store.setState(({ person }) => ({ language: this.#languageFor(person) }))
  }

  /** Reads again who may sign in here, and ends the session of somebody who no longer may. */
  async refreshPeople(): Promise<void> {
    const answer = await tryCall(this.#ports.bridge, 'session:people', {})
    // What was known stays; it is asked again after the next fetch.
    if (answer === null) return
    this.store.setState({ people: answer.people, waitUntilMs: this.#untilMs(answer.waitMs) })
    const { person } = this.store.getState()
    const mayStay = person === null || answer.people.some(({ inmateId }) => inmateId === person.inmateId)
    if (!mayStay) await this.end('signed-out')
  }

  /** The person is off the page at once, whatever the main process makes of it. */
  async end(why: SessionEnd): Promise<void> {
    if (this.store.getState().person === null) return
    this.stop()
    this.#chosen = null
    this.store.setState({ person: null, lastEnd: why, language: this.#languageFor(null) })
    this.#ports.clear()
    if (why !== 'ended-by-terminal') await tryCall(this.#ports.bridge, 'session:end', { reason: why })
    await Promise.all([this.refreshPeople(), this.#ports.ended()])
  }

  stop(): void {
    this.#idle.stop()
  }

  async #signIn(credentials: Credentials): Promise<SignInOutcome> {
    try {
      const answer = await this.#ports.bridge.call('session:sign-in', credentials)
      if (answer.status !== 'signed-in') {
        const waitUntilMs = this.#untilMs(answer.waitMs)
        this.store.setState({ waitUntilMs })
        return { status: answer.status, waitUntilMs }
      }
      const { person } = answer
      await this.#ports.prepare(person)
      this.store.setState({ person, language: this.#languageFor(person), waitUntilMs: null, lastEnd: null })
      this.#idle.start()
      return { status: 'signed-in' }
    } catch (error) {
      return { status: 'failed', code: toPublicError(error).code }
    }
  }

  #languageChosen(language: Language): void {
    this.#chosen = language
    this.store.setState({ language })
  }

  #languageFor(person: Person | null): Language {
    return this.#chosen ?? person?.language ?? this.store.getState().terminal?.language ?? 'en'
  }

  #untilMs(waitMs: number): number | null {
    return waitMs > 0 ? this.#ports.clock.now() + waitMs : null
  }
}
