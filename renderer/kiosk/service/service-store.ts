import type { BridgeClient } from '#renderer/data/bridge-client.ts'
import type { SyncClock } from '#renderer/data/sync-loop.ts'
import { tryCall } from '#renderer/data/try-call.ts'
import type { ServiceFacts } from '#shared/contracts/service-channels.ts'
import type { Finding } from '#shared/doctor/finding.ts'
import { createStore, type StoreApi } from 'zustand'
import type { EntrancePorts } from '../entrance-ports.ts'
import { createIdleLock } from '../stores/idle-lock.ts'

/** How long nobody may do anything before the page leaves the screen. The main process counts for itself. */
const IDLE_MS = 5 * 60_000
/** How often the main process hears that somebody is there, at most. */
const STAY_EVERY_MS = 10_000
const READ_EVERY_MS = 5000

export type Examination =
  | { readonly status: 'none' | 'running' | 'failed' }
  | { readonly status: 'done'; readonly findings: readonly Finding[] }

export interface ServiceState {
  readonly phase: 'asking' | 'open' | 'restarting'
  /** Whether any code opens this terminal; `undefined` while not read yet. */
  readonly isEquipped: boolean | undefined
  /** Until when, in milliseconds since the epoch, this terminal takes no code. */
  readonly waitUntilMs: number | null
  readonly isTrying: boolean
  readonly news: 'none' | 'refused' | 'failed'
  readonly facts: ServiceFacts | undefined
  readonly examination: Examination
}

export interface ServicePorts {
  readonly bridge: BridgeClient
  readonly clock: SyncClock
  readonly onInput: EntrancePorts['onInput']
}

/** The service screen while it is shown. Whether it is open is the main process's to say: this only follows. */
export interface Service {
  readonly store: StoreApi<ServiceState>
  readonly tryCode: (code: string) => Promise<void>
  readonly examine: () => Promise<void>
  readonly restart: () => Promise<void>
  /** Shuts it on both sides. */
  readonly leave: () => void
  /** Begins to listen and to count; returns what ends that. */
  readonly start: () => () => void
}

const atFirst: ServiceState = {
  phase: 'asking',
  isEquipped: undefined,
  waitUntilMs: null,
  isTrying: false,
  news: 'none',
  facts: undefined,
  examination: { status: 'none' },
}

/** `onLeft` is told when there is nothing left to show, whoever ended it. */
export function createService(ports: ServicePorts, onLeft: () => void): Service {
  const { bridge, clock } = ports
  const store = createStore<ServiceState>(() => atFirst)
  const isOpen = () => store.getState().phase !== 'asking'
  const read = async () => {
    const facts = isOpen() ? await tryCall(bridge, 'service:read', {}) : null
    if (facts !== null) store.setState({ facts })
  }
  const leave = () => {
    void tryCall(bridge, 'service:close', {})
    onLeft()
  }
  const { ask, tryCode } = createDoor(ports, store, read)
  return {
    store,
    tryCode,
    examine: () => examine(bridge, store, read),
    restart: async () => {
      if ((await tryCall(bridge, 'service:restart', {})) !== null) store.setState({ phase: 'restarting' })
    },
    leave,
    start: () => {
      void ask()
      const stops = [
        bridge.onEvent(({ event }) => {
          if (event === 'service-shut' && isOpen()) onLeft()
        }),
        countIdle(ports, isOpen, leave),
        repeat(clock, READ_EVERY_MS, () => void read()),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

type Store = StoreApi<ServiceState>

function createDoor({ bridge, clock }: ServicePorts, store: Store, onOpen: () => Promise<void>) {
  const untilMs = (waitMs: number) => (waitMs > 0 ? clock.now() + waitMs : null)
  return {
    ask: async () => {
      const answer = await tryCall(bridge, 'service:ask', {})
      if (answer === null) store.setState({ news: 'failed' })
      else store.setState({ isEquipped: answer.isEquipped, waitUntilMs: untilMs(answer.waitMs) })
    },
    tryCode: async (code: string) => {
      store.setState({ isTrying: true })
      const answer = await tryCall(bridge, 'service:open', { code })
      store.setState({ isTrying: false })
      if (answer === null) store.setState({ news: 'failed' })
      else if (answer.status === 'open') {
        store.setState({ phase: 'open', news: 'none' })
        await onOpen()
      } else store.setState({ news: 'refused', waitUntilMs: untilMs(answer.waitMs) })
    },
  }
}

async function examine(bridge: BridgeClient, store: Store, read: () => Promise<void>): Promise<void> {
  if (store.getState().examination.status === 'running') return
  store.setState({ examination: { status: 'running' } })
  const answer = await tryCall(bridge, 'service:examine', {})
  store.setState({
    examination: answer === null ? { status: 'failed' } : { status: 'done', findings: answer.findings },
  })
  await read()
}

function countIdle({ bridge, clock, onInput }: ServicePorts, isOpen: () => boolean, leave: () => void): () => void {
  const idle = createIdleLock(clock, () => IDLE_MS, leave)
  let toldAtMs = clock.now()
  const stopListening = onInput(() => {
    idle.acted()
    if (!isOpen() || clock.now() - toldAtMs < STAY_EVERY_MS) return
    toldAtMs = clock.now()
    void tryCall(bridge, 'service:stay', {})
  })
  idle.start()
  return () => {
    stopListening()
    idle.stop()
  }
}

function repeat(clock: SyncClock, everyMs: number, work: () => void): () => void {
  let callOff = (): void => undefined
  const plan = (): void => {
    callOff = clock.after(everyMs, () => {
      work()
      plan()
    })
  }
  plan()
  return () => callOff()
}
