import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { GATEWAY_PROTOCOL, INMATE_HEADER, inmateHeaderSchema } from '#shared/contracts/gateway.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { bearerTokenOf } from '../../terminal-auth/require-terminal.ts'
import type { FindTerminal } from '../../terminal-auth/terminal-identity.ts'
import { verifyTerminalToken } from '../../terminal-auth/verify-terminal-token.ts'
import type { GatewayEngine, TunnelIdentity } from '../gateway-engine.ts'
import { type FindLodged, rememberLodged } from './lodgings.ts'
import { createTunnelRegistry, TUNNELS_PER_TERMINAL } from './tunnel-registry.ts'
import { refuseUpgrade, type Upgrade } from './upgrades.ts'

export interface GatewayDoorParts {
  readonly engine: GatewayEngine
  readonly findTerminal: FindTerminal
  readonly findLodged: FindLodged
  readonly clock: () => Date
  readonly reportBug: (error: unknown) => void
  readonly tunnelsPerTerminal?: number
  /** How often open tunnels are looked at: one of a terminal that was revoked ends within this time. */
  readonly checkEveryMs?: number
}

/** The prison server's end of the way to the web. */
export interface GatewayDoor {
  readonly upgrade: Upgrade
  /** How many tunnels are open. */
  readonly openTunnels: () => number
  /** To be called when what is granted has changed: ends what is under way and would be refused now. */
  readonly judgeAgain: () => Promise<void>
  /** Ends every tunnel, and lets the engine go. */
  readonly close: () => Promise<void>
}

const CHECK_EVERY_MS = 2000
const ANSWER = `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ${GATEWAY_PROTOCOL}\r\n\r\n`

/**
 * Opens tunnels to the engine, for terminals that prove themselves and inmates who live where the terminal stands.
 *
 *  - Everybody else gets the same 401, whatever is wrong; a terminal with too many tunnels gets 503.
 *  - Tunnels end within seconds once their terminal is revoked, or their inmate has moved out.
 */
export function createGatewayDoor(parts: GatewayDoorParts): GatewayDoor {
  const registry = createTunnelRegistry(parts.tunnelsPerTerminal ?? TUNNELS_PER_TERMINAL)
  const isLodged = rememberLodged(parts.findLodged, parts.clock)
  let isClosed = false

  const handle = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const identity = await identify(request, parts)
    if (identity === undefined || !(await isLodged(identity))) {
      refuseUpgrade(socket, 401)
      return
    }
    if (isClosed || !registry.add(socket, identity)) {
      refuseUpgrade(socket, 503)
      return
    }
    socket.write(ANSWER)
    if (head.length > 0) socket.unshift(head)
    parts.engine.accept(socket, identity)
  }

  const timer = setInterval(() => {
    registry.check(parts.findLodged).catch(parts.reportBug)
  }, parts.checkEveryMs ?? CHECK_EVERY_MS)
  timer.unref()

  return {
    upgrade: { path: terminalRoutes.gateway, protocol: GATEWAY_PROTOCOL, handle },
    openTunnels: registry.count,
    judgeAgain: parts.engine.judgeAgain,
    close: async () => {
      isClosed = true
      clearInterval(timer)
      registry.endAll()
      await parts.engine.close()
    },
  }
}

async function identify(
  { headers }: IncomingMessage,
  { findTerminal, clock }: GatewayDoorParts,
): Promise<TunnelIdentity | undefined> {
  const token = bearerTokenOf(headers.authorization)
  const inmate = inmateHeaderSchema.safeParse(headers[INMATE_HEADER])
  const terminal = token === undefined ? undefined : await verifyTerminalToken(token, findTerminal, clock())
  return terminal === undefined || !inmate.success ? undefined : { terminalId: terminal.id, inmateId: inmate.data }
}
