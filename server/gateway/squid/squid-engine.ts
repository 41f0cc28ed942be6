import { connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { GatewayEngine, TunnelIdentity } from '../gateway-engine.ts'
import type { StandingOf } from '../policy/standing.ts'
import { createUnderWay, type UnderWay } from '../policy/under-way.ts'
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
 *  - Where Squid does not answer, tunnels end. There is no other way out.
 *  - What is asked in a tunnel is not seen here. So when the policy changes, or what is closed for whom it belongs to, it
 *    ends whatever is under way in it: no answer runs on that would be refused now.
 */
export function createSquidEngine(
  { host, port }: SquidAddress,
  standingOf: StandingOf,
  underWay: UnderWay = createUnderWay(),
): GatewayEngine {
  const open = new Set<Duplex>()
  const admit = async (socket: Duplex, identity: TunnelIdentity): Promise<void> => {
    // Known before anything is asked, so that no change after it is missed.
    const before = await standingOf(identity)
    if (socket.destroyed) return
    const squid = connect({ host, port, noDelay: true })
    open.add(squid)
    const unfollow = underWay.follow(async () => {
      const now = await standingOf(identity).catch(() => undefined)
      if (now !== before) squid.destroy()
    })
    squid.once('close', () => {
      unfollow()
      open.delete(squid)
    })
    squid.write(encodeProxyHeader(tlvsOf(identity)))
    join(socket, squid)
  }
  return {
    name: 'squid',
    accept: (socket, identity) => {
      socket.on('error', () => socket.destroy())
      admit(socket, identity).catch(() => socket.destroy())
    },
    judgeAgain: underWay.judgeAgain,
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
