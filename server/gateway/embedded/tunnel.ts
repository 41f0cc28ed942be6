import type { TunnelIdentity } from '../gateway-engine.ts'
import type { WayOut } from '../way-out/way-out.ts'
import type { Place } from './exchange-facts.ts'

/** What the engine knows of a connection it reads requests from. */
export interface Tunnel {
  readonly identity: TunnelIdentity
  readonly wayOut: WayOut
  /** Set within a CONNECT: nothing else can be asked there. */
  readonly place: Place | undefined
}
