import type { Duplex } from 'node:stream'
import type { InmateId, TerminalId } from '#shared/contracts/ids.ts'

/** Whose tunnel it is. The door has proved the terminal; whom it is for, the terminal says. */
export interface TunnelIdentity {
  readonly terminalId: TerminalId
  readonly inmateId: InmateId
}

/**
 * What speaks HTTP proxy with a terminal at the end of its tunnel, and reaches the sites.
 *
 *  - It judges every request by `evaluateRequest` and lets out nothing else.
 *  - The socket is its own from `accept` on; when it is destroyed from outside, all that hung on it ends.
 */
export interface GatewayEngine {
  readonly name: string
  readonly accept: (socket: Duplex, identity: TunnelIdentity) => void
  /** Ends what is under way and would be refused now. */
  readonly judgeAgain: () => Promise<void>
  /** Lets go of what it holds. Tunnels are ended by the door before. */
  readonly close: () => Promise<void>
}
