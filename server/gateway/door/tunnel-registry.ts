import type { Duplex } from 'node:stream'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { TunnelIdentity } from '../gateway-engine.ts'

/** A browser opens six connections a host, and a page reaches several. */
export const TUNNELS_PER_TERMINAL = 64

type FindGood = (identities: readonly TunnelIdentity[]) => Promise<(identity: TunnelIdentity) => boolean>

/** The tunnels that are open, by terminal. */
export interface TunnelRegistry {
  /** `false` where the terminal has as many as it may; the tunnel is then not kept. It leaves by itself when it closes. */
  readonly add: (socket: Duplex, identity: TunnelIdentity) => boolean
  readonly count: () => number
  /** Ends every tunnel whose identity is found to be no longer good. One that opens meanwhile was looked at by the door. */
  readonly check: (findGood: FindGood) => Promise<void>
  readonly endAll: () => void
}

export function createTunnelRegistry(perTerminal = TUNNELS_PER_TERMINAL): TunnelRegistry {
  const tunnels = new Map<TerminalId, Map<Duplex, TunnelIdentity>>()
  const remove = (terminalId: TerminalId, socket: Duplex): void => {
    const own = tunnels.get(terminalId)
    own?.delete(socket)
    if (own?.size === 0) tunnels.delete(terminalId)
  }
  const open = (): readonly (readonly [Duplex, TunnelIdentity])[] => [...tunnels.values()].flatMap(own => [...own])
  return {
    add: (socket, identity) => {
      const { terminalId } = identity
      const own = tunnels.get(terminalId) ?? new Map<Duplex, TunnelIdentity>()
      if (socket.destroyed || own.size >= perTerminal) return false
      tunnels.set(terminalId, own.set(socket, identity))
      socket.once('close', () => {
        remove(terminalId, socket)
      })
      return true
    },
    count: () => open().length,
    check: async findGood => {
      const asked = open()
      if (asked.length === 0) return
      const isGood = await findGood(asked.map(([, identity]) => identity))
      for (const [socket, identity] of asked) if (!isGood(identity)) socket.destroy()
    },
    endAll: () => {
      for (const [socket] of open()) socket.destroy()
    },
  }
}
