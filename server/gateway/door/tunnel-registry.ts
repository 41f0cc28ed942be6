import type { Duplex } from 'node:stream'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { TunnelIdentity } from '../gateway-engine.ts'

/** A browser opens six connections a host, and a page reaches several. */
export const TUNNELS_PER_TERMINAL = 64

/** The tunnels that are open, by terminal. */
export interface TunnelRegistry {
  /** `false` where the terminal has as many as it may; the tunnel is then not kept. It leaves by itself when it closes. */
  readonly add: (socket: Duplex, identity: TunnelIdentity) => boolean
  readonly identities: () => readonly TunnelIdentity[]
  /** Ends every tunnel whose identity `isStillGood` does not vouch for. */
  readonly endUnless: (isStillGood: (identity: TunnelIdentity) => boolean) => void
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
    identities: () => open().map(([, identity]) => identity),
    endUnless: isStillGood => {
      for (const [socket, identity] of open()) if (!isStillGood(identity)) socket.destroy()
    },
  }
}
