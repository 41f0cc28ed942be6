import type { ToServer } from '#shared/contracts/control.ts'
import type { ControlLineParts, ControlSocket } from './line-ports.ts'
import type { LeaseAsked } from './read-grant.ts'

/** What a channel is at: nothing else is remembered of it, since a process may hold thousands. */
export interface OpenLine {
  readonly parts: ControlLineParts
  connection: Connection | undefined
  /** The lease that was asked for and has not come. */
  asked: LeaseAsked | undefined
  failures: number
  isStopped: boolean
  /** It waits to come back, for as long as itself thought right. */
  mayHurry: boolean
  forget: () => void
}

export interface Connection {
  readonly socket: ControlSocket
  readonly openedAtMs: number
  heardAtMs: number
}

/** Says something to the prison, if there is a connection. */
export function say(line: OpenLine, message: ToServer): void {
  line.connection?.socket.send(JSON.stringify(message))
}

/** One question at a time: an answer to the one before is worth nothing from here on. */
export function askForLease(line: OpenLine): void {
  const { newNonce, obedience, uptimeMs } = line.parts
  line.asked = { nonce: newNonce(), atMs: uptimeMs() }
  say(line, { type: 'renew', version: obedience.version(), nonce: line.asked.nonce })
}
