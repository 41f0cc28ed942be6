import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { TerminalId } from '#shared/contracts/ids.ts'

/** A terminal on the line. There may be ten thousand: nothing is in here that could be looked up. */
export interface Connection {
  readonly terminalId: TerminalId
  /** The key it proved itself with, raw, base64url: another enrolment ends it. */
  readonly publicKey: string
  readonly webSocket: WebSocket
  readonly socket: Duplex
  /** On the monotonic clock, as all that ends in `Ms` here. */
  readonly openedAtMs: number
  heardAtMs: number
  pingedAtMs: number
  allowance: number
  allowanceAtMs: number
  /** What it holds; `undefined` before it said hello. */
  version: number | undefined
  /** The highest that was sent on this connection. */
  sentVersion: number
  /** Whom it believes. */
  keyIds: readonly string[]
  /** It was asked to show the document it holds, and has not. */
  isAsked: boolean
  /** What it said last is being dealt with: one message after the other. */
  turn: Promise<void> | undefined
}

/** Why the server ends a connection, as close codes (RFC 6455 §7.4). */
export const CLOSE_VIOLATION = 1008
export const CLOSE_LEAVING = 1001
export const CLOSE_FAILED = 1011
/** A newer connection of the same terminal took its place. */
export const CLOSE_REPLACED = 4000
/** The terminal's key was taken back, or replaced. */
export const CLOSE_REVOKED = 4001

/** Said with a fault of the terminal's: the connection ends with it. */
export class ChannelViolation extends Error {
  override readonly name = 'ChannelViolation'
  readonly reason: string

  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

const BURST = 40
const PER_SECOND = 4

/** Whether one more message is within what an honest terminal sends: some at the beginning, few a minute after that. */
export function takeAllowance(connection: Connection, nowMs: number): boolean {
  const regained = ((nowMs - connection.allowanceAtMs) / 1000) * PER_SECOND
  connection.allowance = Math.min(BURST, connection.allowance + regained)
  connection.allowanceAtMs = nowMs
  if (connection.allowance < 1) return false
  connection.allowance -= 1
  return true
}

export function createConnection(
  parts: Pick<Connection, 'terminalId' | 'publicKey' | 'webSocket' | 'socket'>,
  nowMs: number,
): Connection {
  return {
    ...parts,
    openedAtMs: nowMs,
    heardAtMs: nowMs,
    pingedAtMs: nowMs,
    allowance: BURST,
    allowanceAtMs: nowMs,
    version: undefined,
    sentVersion: 0,
    keyIds: [],
    isAsked: false,
    turn: undefined,
  }
}
