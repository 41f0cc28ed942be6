import type { InmateId } from '#shared/contracts/ids.ts'
import type { TunnelFor } from './open-tunnel.ts'
import type { Relay } from './relay.ts'

/** The way to the web, open for one person's visit at a time. */
export interface WayOut {
  readonly open: (inmateId: InmateId) => void
  /** Ends everything that is under way. Safe to call twice. */
  readonly close: () => void
}

/** Puts a visit's tunnels behind the relay. What they need is loaded with the first of them. */
export function createWayOut(relay: Relay, loadTunnels: () => Promise<TunnelFor>): WayOut {
  let loading: Promise<TunnelFor> | undefined
  return {
    open: inmateId => {
      relay.open(from => {
        loading ??= loadTunnels()
        loading.then(
          tunnelFor => tunnelFor(inmateId, from),
          () => from.destroy(),
        )
      })
    },
    close: relay.close,
  }
}
