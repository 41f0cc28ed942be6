import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { GatewayEngine, TunnelIdentity } from '../gateway-engine.ts'
import { encodeProxyHeader, INMATE_TLV, TERMINAL_TLV } from './proxy-header.ts'

/** Where Squid listens. It believes whoever connects, so this is loopback. */
export interface SquidAddress {
  readonly host: string
  readonly port: number
}

const CONNECT_TIMEOUT_MS = 5000

/**
 * The engine outside the prison server: every tunnel is one connection to a Squid on this machine, which is told first
 * whose it is. It judges nothing itself: Squid does, with the helper.
 *
 * Where Squid does not answer, tunnels end. There is no other way out.
 */
export function createSquidEngine({ host, port }: SquidAddress): GatewayEngine {
  const open = new Set<Duplex>()
  return {
    name: 'squid',
    accept: (socket, identity) => {
      const squid = connect({ host, port, noDelay: true })
      open.add(squid)
      squid.once('close', () => open.delete(squid))
      squid.write(encodeProxyHeader(tlvsOf(identity)))
      join(socket, squid)
    },
    close: async () => {
      for (const squid of open) squid.destroy()
    },
  }
}

function tlvsOf({ terminalId, inmateId }: TunnelIdentity): Parameters<typeof encodeProxyHeader>[0] {
  return [
    { type: TERMINAL_TLV, value: terminalId },
    { type: INMATE_TLV, value: inmateId },
  ]
}

/** Carries bytes both ways. An end of one side is told to the other; a break of one breaks the other. */
function join(socket: Duplex, squid: Socket): void {
  const timer = setTimeout(() => squid.destroy(), CONNECT_TIMEOUT_MS)
  squid.once('connect', () => {
    clearTimeout(timer)
  })
  const pairs = [
    [socket, squid],
    [squid, socket],
  ] as const
  for (const [one, other] of pairs) {
    one.on('error', () => one.destroy())
    one.once('close', () => {
      clearTimeout(timer)
      other.destroy()
    })
    one.pipe(other)
  }
}
