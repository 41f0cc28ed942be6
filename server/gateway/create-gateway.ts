import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../database/open-database.ts'
import type { Identity } from '../keys/authority.ts'
import type { WebLeaves } from '../keys/web-leaves.ts'
import type { FindTerminal } from '../terminal-auth/terminal-identity.ts'
import { createBudgets } from './budgets/budgets.ts'
import { createGatewayDoor, type GatewayDoor, type GatewayDoorParts } from './door/gateway-door.ts'
import { createFindLodged } from './door/lodgings.ts'
import { createCookieJars } from './embedded/cookie-jars.ts'
import { createEmbeddedEngine, type EngineLimits } from './embedded/create-embedded-engine.ts'
import { type ClosingsSource, nothingClosed } from './policy/closings-source.ts'
import { createGate, type Gate, type GateRecords } from './policy/gate.ts'
import { createPolicySource } from './policy/policy-source.ts'
import { createStanding, type StandingOf } from './policy/standing.ts'
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
  /** What is closed for whom. Left out, nothing is. */
  readonly closings?: ClosingsSource
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
  const { database, leaves, findTerminal, clock, log } = ports
  const { closings = nothingClosed } = settings
  const judging = createJudging({ ...ports, closings })
  const { gate, report, reportBug } = judging
  const engine =
    settings.squid === undefined
      ? createEmbeddedEngine({
          gate,
          leaves,
          report,
          cookies: createCookieJars(clock, logLeftOut(log)),
          wayOut: { resolve: rememberAddresses(resolveByMachine, clock), ...settings.wayOut },
          ...(settings.limits !== undefined && { limits: settings.limits }),
        })
      : createSquidEngine(settings.squid, judging.standingOf)
  const findLodged = createFindLodged(database)
  const door = createGatewayDoor({ engine, findTerminal, findLodged, clock, reportBug, ...settings.door })
  const forget = closings.onChange(() => void engine.judgeAgain())
  const close = async (): Promise<void> => {
    forget()
    await door.close()
    await judging.close()
  }
  return { ...door, close }
}

/** Sites whose own scripts keep something in a cookie do this at every request, so it is for who looks into one. */
function logLeftOut(log: FastifyBaseLogger): Parameters<typeof createCookieJars>[1] {
  return ({ terminalId }, { host, count }) => {
    log.debug({ terminalId, host, count }, 'left out cookies the site did not give')
  }
}

/** The gate on a database, and where its refusals go: the log, and the count. */
export interface Judging {
  readonly gate: Gate
  /** For an engine that does not see the requests in its tunnels. */
  readonly standingOf: StandingOf
  readonly report: ReportRefusal
  readonly reportBug: (error: unknown) => void
  readonly close: () => Promise<void>
}

export interface JudgingParts extends Pick<GatewayPorts, 'database' | 'clock' | 'log'> {
  readonly closings?: Pick<ClosingsSource, 'closingsFor'>
  /** How old the look at the policy may be, in milliseconds. Left out, a second. */
  readonly policyCheckMs?: number
}

/** What every process that judges has, whatever engine asks it. */
export function createJudging({
  database,
  clock,
  log,
  closings = nothingClosed,
  policyCheckMs,
}: JudgingParts): Judging {
  const reportBug = (error: unknown): void => {
    log.error({ error }, 'the gateway failed')
  }
  const policies = createPolicySource(database, clock, policyCheckMs)
  const writeLine = logRefusal(log)
  const book = createRefusalBook({
    store: refusals => addRefusals(database, refusals),
    today: policies.today,
    reportBug,
  })
  return {
    gate: createGate({ policies, closings, reportBug, records: createGateRecords(database, clock) }),
    standingOf: createStanding(policies, closings),
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
