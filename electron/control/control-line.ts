import { HEARTBEAT_MS, SILENCE_MS } from '#shared/contracts/control.ts'
import { type BackoffSettings, backoffMs } from '#shared/sync/backoff.ts'
import { hear } from './conversation.ts'
import type { ControlLineParts, ControlSocket } from './line-ports.ts'
import { askForLease, type Connection, type OpenLine, say } from './open-line.ts'

export interface ControlLine {
  readonly start: () => void
  /** The prison answers again on another way: who waits to come back waits no longer. Once for each wait. */
  readonly hurry: () => void
  /** Ends the connection, and makes no other. */
  readonly stop: () => void
}

/** A wing whose power comes back starts over this long. */
const START_SPREAD_MS = 1000
export const controlBackoff: BackoffSettings = { baseMs: 2000, maxMs: 30_000 }
/** A connection that stood this long was a good one. */
const GOOD_MS = HEARTBEAT_MS
/** After a connection that stood and fell the wait grows no longer than this many failures make it. */
const MOST_FLAPS = 2
/** A lease that was asked for and did not come is asked for again after this long. */
const ASK_AGAIN_MS = 15_000

/**
 * Holds the channel on which the prison says what is open and closed.
 *
 *  - One connection at a time and one timer at a time, whatever the line does.
 *  - Says what this terminal holds, and asks for a lease, as soon as it stands; again when half the lease is gone.
 *  - Gives a connection up that says nothing for `SILENCE_MS`: a half-open one never ends by itself.
 *  - Comes back with full jitter, and never sooner than the server asked; within a second where the line is known to be back.
 *
 * Held by `control-line.test.ts`.
 */
export function createControlLine(parts: ControlLineParts): ControlLine {
  const line: OpenLine = {
    parts,
    connection: undefined,
    asked: undefined,
    failures: 0,
    isStopped: false,
    mayHurry: false,
    forget: () => undefined,
  }
  return {
    start: () => {
      plan(line, connect, parts.random() * START_SPREAD_MS)
    },
    hurry: () => {
      if (!line.mayHurry) return
      line.mayHurry = false
      plan(line, connect, parts.random() * START_SPREAD_MS)
    },
    stop: () => {
      line.isStopped = true
      line.mayHurry = false
      line.forget()
      line.connection?.socket.end()
      line.connection = undefined
    },
  }
}

function plan(line: OpenLine, run: (line: OpenLine) => void, delayMs: number): void {
  line.forget()
  line.forget = line.parts.later(
    () => {
      run(line)
    },
    Math.max(0, Math.ceil(delayMs)),
  )
}

function connect(line: OpenLine): void {
  line.mayHurry = false
  const { dial, onEvent, onFault } = line.parts
  // Set once it stands: what is told of a connection that has been given up is heard no more.
  let own: Connection | undefined
  const isOwn = (): boolean => own !== undefined && line.connection === own
  const events = {
    heard: () => {
      if (own !== undefined) own.heardAtMs = line.parts.uptimeMs()
    },
    message: (text: string) => {
      if (!isOwn()) return
      const heard = hear(line, text).then(() => {
        if (isOwn()) beat(line)
      })
      heard.catch(onFault)
    },
    closed: () => {
      if (isOwn()) lost(line)
    },
  }
  const dialled = async (): Promise<void> => {
    const answer = await dial(events)
    if (answer.status === 'open') own = opened(line, answer.socket)
    else {
      line.failures += 1
      onEvent({ kind: answer.status })
      comeBack(line, answer.status === 'unreachable' ? answer.retryAfterMs : null)
    }
  }
  dialled().catch((error: unknown) => {
    onFault(error)
    line.failures += 1
    comeBack(line, null)
  })
}

function opened(line: OpenLine, socket: ControlSocket): Connection | undefined {
  if (line.isStopped) {
    socket.end()
    return undefined
  }
  const { obedience, uptimeMs, onEvent } = line.parts
  const nowMs = uptimeMs()
  const connection = { socket, openedAtMs: nowMs, heardAtMs: nowMs }
  line.connection = connection
  line.asked = undefined
  onEvent({ kind: 'connected' })
  say(line, { type: 'hello', version: obedience.version(), keyIds: obedience.keyIds() })
  askForLease(line)
  beat(line)
  return connection
}

/** What a connection that stands needs from time to time. */
function beat(line: OpenLine): void {
  const { connection } = line
  if (connection === undefined) return
  const nowMs = line.parts.uptimeMs()
  const silentMs = nowMs - connection.heardAtMs
  if (silentMs >= SILENCE_MS) {
    connection.socket.end()
    lost(line)
    return
  }
  if (askInMs(line, nowMs) <= 0) askForLease(line)
  plan(line, beat, Math.min(SILENCE_MS - silentMs, askInMs(line, nowMs)))
}

function askInMs({ asked, parts }: OpenLine, nowMs: number): number {
  const againInMs = asked === undefined ? 0 : asked.atMs + ASK_AGAIN_MS - nowMs
  return Math.max(parts.obedience.renewInMs(), againInMs)
}

function lost(line: OpenLine): void {
  const { connection, parts } = line
  if (connection === undefined) return
  const wasGood = parts.uptimeMs() - connection.openedAtMs >= GOOD_MS
  line.failures = wasGood ? 1 : Math.min(line.failures + 1, MOST_FLAPS)
  line.connection = undefined
  line.asked = undefined
  parts.onEvent({ kind: 'lost' })
  comeBack(line, null)
}

function comeBack(line: OpenLine, retryAfterMs: number | null): void {
  if (line.isStopped) return
  line.mayHurry = retryAfterMs === null
  plan(line, connect, backoffMs(line.failures, retryAfterMs, line.parts.random, controlBackoff))
}
