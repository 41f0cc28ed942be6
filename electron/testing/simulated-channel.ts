import { type ToServer, toServerSchema, type ToTerminal } from '#shared/contracts/control.ts'
import { createControlLine } from '../control/control-line.ts'
import type { Dialled, SocketEvents } from '../control/line-ports.ts'
import type { Obedience } from '../control/obedience.ts'
import { createSimulatedTime } from './simulated-time.ts'

/** What a server in memory saw of one connection. */
export interface ServerSide {
  readonly said: ToServer[]
  readonly events: SocketEvents
  readonly openedAtMs: number
  isEnded: boolean
  readonly tell: (message: ToTerminal) => void
}

export const WEB_LEASE_MS = 900_000
const leaseMs = WEB_LEASE_MS

/** A channel over a line in memory. `answer` is what dialling leads to: a connection, unless it says otherwise. */
export function openSimulatedChannel(random = () => 0.5) {
  const time = createSimulatedTime()
  const connections: ServerSide[] = []
  const dials: number[] = []
  const events: string[] = []
  const faults: unknown[] = []
  const received: string[] = []
  const state = { version: 3, grantedAtMs: -Infinity, answer: undefined as Dialled | undefined, refusal: '' }
  const obedience: Obedience = {
    version: () => state.version,
    keyIds: () => ['state-key-1'],
    signed: () => 'a.b.c',
    receive: async signed => {
      received.push(signed)
      if (state.refusal !== '') return { status: 'refused', reason: 'stale' }
      state.version += 1
      return { status: 'obeyed', version: state.version }
    },
    grant: async (_signed, asked) => {
      state.grantedAtMs = asked.atMs
      return undefined
    },
    renewInMs: () => Math.max(0, leaseMs / 2 - (time.uptimeMs() - state.grantedAtMs)),
  }
  const connect = (told: SocketEvents): Dialled => {
    const side: ServerSide = {
      said: [],
      events: told,
      openedAtMs: time.uptimeMs(),
      isEnded: false,
      tell: message => {
        told.message(JSON.stringify(message))
      },
    }
    connections.push(side)
    const socket = {
      send: (text: string) => {
        side.said.push(toServerSchema.parse(JSON.parse(text)))
      },
      end: () => {
        side.isEnded = true
      },
    }
    return { status: 'open', socket }
  }
  const line = createControlLine({
    dial: async told => {
      dials.push(time.uptimeMs())
      return state.answer ?? connect(told)
    },
    obedience,
    later: time.later,
    uptimeMs: time.uptimeMs,
    random,
    newNonce: () => String(dials.length).padStart(22, 'n'),
    onEvent: event => events.push(event.kind === 'disbelieved' ? event.reason : event.kind),
    onFault: error => faults.push(error),
  })
  const last = (): ServerSide => {
    const side = connections.at(-1)
    if (side === undefined) throw new Error('there was no connection')
    return side
  }
  return { line, time, state, connections, dials, events, faults, received, last }
}
