import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../database/open-database.ts'
import type { Identity } from '../keys/authority.ts'
import type { WebLeaves } from '../keys/web-leaves.ts'
import type { FindTerminal } from '../terminal-auth/terminal-identity.ts'
import { createBudgets } from './budgets/budgets.ts'
import { createGatewayDoor, type GatewayDoor, type GatewayDoorParts } from './door/gateway-door.ts'
import { createFindLodged } from './door/lodgings.ts'
import { createEmbeddedEngine, type EngineLimits } from './embedded/create-embedded-engine.ts'
import { createGate, type Gate, type GateRecords } from './policy/gate.ts'
import { createPolicySource } from './policy/policy-source.ts'
import type { ReportRefusal } from './refusals/gateway-refusal.ts'
import { logRefusal } from './refusals/log-refusal.ts'
import { createRefusalBook } from './refusals/refusal-book.ts'
import { addRefusals } from './refusals/refusal-store.ts'
import { createKeepForReview } from './reviews/reviews.ts'
import { resolveByMachine } from './way-out/find-addresses.ts'
import { rememberAddresses } from './way-out/remember-addresses.ts'
import { createSquidEngine, type SquidAddress } from './squid/squid-engine.ts'
import type { WayOutSettings } from './way-out/way-out.ts'

/** What an installation, or a test, decides about the way to the web. */
export interface GatewaySettings {
  /** Vouches for sites towards the terminals. */
  readonly webAuthority: Identity
  /** Where the Squid is that does the embedded engine's work. Left out, that does it itself. */
  readonly squid?: SquidAddress
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

/** Puts the door and its engine together. */
export function createGateway(settings: GatewaySettings, ports: GatewayPorts): GatewayDoor {
  const { database, leaves, findTerminal, clock } = ports
  const judging = createJudging(ports)
  const { gate, report, reportBug } = judging
  const engine =
    settings.squid === undefined
      ? createEmbeddedEngine({
          gate,
          leaves,
          report,
          wayOut: { resolve: rememberAddresses(resolveByMachine, clock), ...settings.wayOut },
          ...(settings.limits !== undefined && { limits: settings.limits }),
        })
      : createSquidEngine(settings.squid)
  const findLodged = createFindLodged(database)
  const door = createGatewayDoor({ engine, findTerminal, findLodged, clock, reportBug, ...settings.door })
  const close = async (): Promise<void> => {
    await door.close()
    await judging.close()
  }
  return { ...door, close }
}

/** The gate on a database, and where its refusals go: the log, and the count. */
export interface Judging {
  readonly gate: Gate
  readonly report: ReportRefusal
  readonly reportBug: (error: unknown) => void
  readonly close: () => Promise<void>
}

/** What every process that judges has, whatever engine asks it. */
export function createJudging({ database, clock, log }: Pick<GatewayPorts, 'database' | 'clock' | 'log'>): Judging {
  const reportBug = (error: unknown): void => {
    log.error({ error }, 'the gateway failed')
  }
  const policies = createPolicySource(database, clock)
  const writeLine = logRefusal(log)
  const book = createRefusalBook({
    store: refusals => addRefusals(database, refusals),
    today: policies.today,
    reportBug,
  })
  return {
    gate: createGate(policies, reportBug, createGateRecords(database, clock)),
    report: (identity, refusal) => {
      writeLine(identity, refusal)
      book.report(identity, refusal)
    },
    reportBug,
    close: book.close,
  }
}

/** Where grants are counted and kept: in this database, by every process that judges. */
export function createGateRecords(database: Database, clock: () => Date): GateRecords {
  return { budgets: createBudgets(database), keepForReview: createKeepForReview(database, clock) }
}
