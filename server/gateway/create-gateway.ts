import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../database/open-database.ts'
import type { Identity } from '../keys/authority.ts'
import type { WebLeaves } from '../keys/web-leaves.ts'
import type { FindTerminal } from '../terminal-auth/terminal-identity.ts'
import { createGatewayDoor, type GatewayDoor, type GatewayDoorParts } from './door/gateway-door.ts'
import { createFindLodged } from './door/lodgings.ts'
import { createEmbeddedEngine, type EngineLimits } from './embedded/create-embedded-engine.ts'
import { createGate } from './policy/gate.ts'
import { createPolicySource } from './policy/policy-source.ts'
import { logRefusal } from './refusals/log-refusal.ts'
import { resolveByMachine } from './way-out/find-addresses.ts'
import type { WayOutSettings } from './way-out/way-out.ts'

/** What an installation, or a test, decides about the way to the web. */
export interface GatewaySettings {
  /** Vouches for sites towards the terminals. */
  readonly webAuthority: Identity
  readonly wayOut?: Partial<WayOutSettings>
  readonly limits?: Partial<EngineLimits>
  readonly door?: Pick<GatewayDoorParts, 'tunnelsPerTerminal' | 'checkEveryMs'>
}

export interface GatewayPorts {
  readonly database: Database
  readonly leaves: WebLeaves
  readonly findTerminal: FindTerminal
  readonly clock: () => Date
  readonly log: FastifyBaseLogger
}

/** Puts the door, the gate and the embedded engine together. */
export function createGateway(
  settings: GatewaySettings,
  { database, leaves, findTerminal, clock, log }: GatewayPorts,
): GatewayDoor {
  const reportBug = (error: unknown): void => {
    log.error({ error }, 'the gateway failed')
  }
  const engine = createEmbeddedEngine({
    gate: createGate(createPolicySource(database, clock), reportBug),
    leaves,
    report: logRefusal(log),
    wayOut: { resolve: resolveByMachine, ...settings.wayOut },
    ...(settings.limits !== undefined && { limits: settings.limits }),
  })
  return createGatewayDoor({
    engine,
    findTerminal,
    findLodged: createFindLodged(database),
    clock,
    reportBug,
    ...settings.door,
  })
}
