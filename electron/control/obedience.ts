import type { InTurn } from '../sequence/in-turn.ts'
import type { LeaseClock } from './lease-clock.ts'
import type { GrantRefusal, LeaseAsked, ReadGrant } from './read-grant.ts'
import type { Received, StateStore } from './state-store.ts'

/** What the channel to the prison needs of the terminal. What is asked side by side is done one after the other. */
export interface Obedience {
  readonly version: () => number
  readonly keyIds: () => string[]
  /** The document this terminal can prove that it holds. */
  readonly signed: () => string | undefined
  readonly receive: (signed: string) => Promise<Received>
  /** Answers why the grant is worth nothing, if it is. */
  readonly grant: (signed: string, asked: LeaseAsked) => Promise<GrantRefusal | undefined>
  /** In how many milliseconds it is time to ask for a lease. */
  readonly renewInMs: () => number
}

export interface ObedienceParts {
  readonly store: StateStore
  readonly clock: Pick<LeaseClock, 'granted' | 'renewInMs'>
  readonly readGrant: ReadGrant
  readonly inTurn: InTurn
  readonly onObeyed: () => void
  readonly onGranted: () => void
}

export function createObedience({ store, clock, readGrant, inTurn, onObeyed, onGranted }: ObedienceParts): Obedience {
  return {
    version: () => store.held().version,
    keyIds: () => store.held().signers.map(({ keyId }) => keyId),
    signed: () => store.held().signed,
    receive: signed =>
      inTurn(async () => {
        const received = await store.receive(signed)
        if (received.status === 'obeyed') onObeyed()
        return received
      }),
    grant: (signed, asked) =>
      inTurn(async () => {
        const read = await readGrant(signed, asked, store.held())
        if (!read.ok) return read.reason
        clock.granted(read.grant, asked.atMs)
        onGranted()
        return undefined
      }),
    renewInMs: clock.renewInMs,
  }
}
