import type { BridgeClient } from './bridge-client.ts'
import type { GuichetDatabase } from './database.ts'
import { firstState, type LoopEvent, type LoopState, nextStep } from './next-step.ts'
import { toLoopEvent } from './no-answer.ts'
import type { Outbox } from './outbox.ts'
import { pullPage } from './pull-round.ts'
import { createPushRound, type PushRound } from './push-round.ts'
import { type SyncStatus, toSyncStatus } from './sync-status.ts'

/** Only what the loop needs of a clock, so that a test can hold it still. Milliseconds. */
export interface SyncClock {
  readonly now: () => number
  /** Returns what calls it off. */
  readonly after: (ms: number, callback: () => void) => () => void
}

export interface SyncPorts {
  readonly db: GuichetDatabase
  readonly bridge: BridgeClient
  readonly outbox: Outbox
  readonly clock: SyncClock
  /** Yields [0, 1). */
  readonly random: () => number
  readonly onStatus: (status: SyncStatus) => void
  /** A pull ended with nothing more to fetch. */
  readonly onFetched: () => void
}

const contacts: ReadonlySet<LoopEvent['type']> = new Set(['pushed', 'pulled', 'probed'])

/**
 * The one loop of a terminal: it carries out what `nextStep` decides, one thing at a time.
 *
 *  - A new entry in the outbox wakes it.
 *  - Whatever a step throws becomes the event `failed`: the loop waits and goes on, it never ends by itself.
 */
export class SyncLoop {
  readonly #ports: SyncPorts
  readonly #pushRound: PushRound
  #state: LoopState
  #lastContactMs: number | null = null
  #stopWaiting = (): void => undefined
  #stopListening = (): void => undefined
  #isStopped = false

  constructor(ports: SyncPorts) {
    this.#ports = ports
    const { bridge, clock } = ports
    this.#pushRound = createPushRound({
      ...ports,
      push: operations => bridge.call('line:push', { operations }),
      now: clock.now,
    })
    this.#state = firstState(ports.random)
  }

  start(): void {
    this.#stopListening = onNewEntry(this.#ports.outbox, () => this.#dispatch({ type: 'woken' }))
    this.#begin()
  }

  /** The prison said that it takes operations again: what waited because it did not need wait no longer. */
  serverOpened(): void {
    this.#dispatch({ type: 'server-opened' })
  }

  /** Ends it for good. What is under way is let finish, and has no further effect on the line. */
  stop(): void {
    this.#isStopped = true
    this.#stopWaiting()
    this.#stopListening()
  }

  #dispatch(event: LoopEvent): void {
    if (this.#isStopped) return
    if (contacts.has(event.type)) this.#lastContactMs = this.#ports.clock.now()
    const before = this.#state
    this.#state = nextStep(before, event, this.#ports.random)
    if (this.#state.activity !== before.activity) this.#begin()
    if (event.type === 'pulled' && !event.hasMore) this.#ports.onFetched()
  }

  #begin(): void {
    this.#stopWaiting()
    const { activity } = this.#state
    if (activity.do === 'push' && !this.#pushRound.isAnythingToPush()) {
      this.#dispatch({ type: 'nothing-to-push' })
      return
    }
    const { clock, onStatus } = this.#ports
    onStatus(toSyncStatus(this.#state, { nowMs: clock.now(), lastContactMs: this.#lastContactMs }))
    if (activity.do === 'wait') this.#stopWaiting = clock.after(activity.ms, () => this.#dispatch({ type: 'waited' }))
    else void this.#carryOut(activity.do)
  }

  async #carryOut(activity: 'push' | 'pull' | 'probe'): Promise<void> {
    this.#dispatch(await this.#ask(activity))
  }

  async #ask(activity: 'push' | 'pull' | 'probe'): Promise<LoopEvent> {
    try {
      if (activity === 'push') return await this.#pushRound.push()
      if (activity === 'pull') return await pullPage(this.#ports)
      const answer = await this.#ports.bridge.call('line:probe', {})
      return answer.status === 'answered' ? { type: 'probed' } : toLoopEvent(answer)
    } catch {
      // Where it comes from does not matter here: the main process reports its own side, and the loop must go on.
      return { type: 'failed' }
    }
  }
}

function onNewEntry(outbox: Outbox, listener: () => void): () => void {
  const idsNow = () => new Set(outbox.getSnapshot().entries.map(({ operation }) => operation.id))
  let known = idsNow()
  return outbox.subscribe(() => {
    const before = known
    known = idsNow()
    if ([...known].some(id => !before.has(id))) listener()
  })
}
