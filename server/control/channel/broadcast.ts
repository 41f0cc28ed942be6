import { setImmediate } from 'node:timers/promises'
import type { KnownState } from '../state/state-source.ts'
import type { Connection } from './connection.ts'
import { frameOf, writeFrame } from './send-state.ts'

/** How much is handed to the kernel before others get their turn. */
const SLICE_BYTES = 8 * 1024 * 1024
const SLICE_CONNECTIONS = 1000

/** Sends what came to every terminal that said hello. One run at a time; what comes meanwhile is in the next. */
export function createBroadcast(connections: ReadonlyMap<unknown, Connection>) {
  let waiting: readonly KnownState[] = []
  let running: Promise<void> | undefined

  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const came = waiting
      waiting = []
      await sendAll([...connections.values()], needed(came))
    }
  }
  return (came: readonly KnownState[]): void => {
    waiting = [...waiting, ...came]
    running ??= run().finally(() => {
      running = undefined
    })
  }
}

/** The last one, and before it those that name others to be believed: who does not see them does not believe the last. */
function needed(came: readonly KnownState[]): readonly KnownState[] {
  return came.filter((state, index) => came[index + 1]?.keyId !== state.keyId)
}

async function sendAll(connections: readonly Connection[], states: readonly KnownState[]): Promise<void> {
  const bytes = states.reduce((sum, state) => sum + frameOf(state).length, 0)
  const most = Math.max(1, Math.min(SLICE_CONNECTIONS, Math.floor(SLICE_BYTES / bytes)))
  for (let from = 0; from < connections.length; from += most) {
    for (const connection of connections.slice(from, from + most)) send(connection, states)
    if (from + most < connections.length) await setImmediate()
  }
}

function send(connection: Connection, states: readonly KnownState[]): void {
  // Who has not said hello, or is being brought up step by step, gets it in their turn.
  const believes = states.some(({ keyId }) => connection.keyIds.includes(keyId))
  if (connection.version === undefined || !believes) return
  for (const state of states) {
    if (state.version <= connection.sentVersion) continue
    connection.sentVersion = state.version
    writeFrame(connection, frameOf(state))
  }
}
