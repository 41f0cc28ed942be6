import { performance } from 'node:perf_hooks'
import { Agent } from 'node:https'
import { setTimeout } from 'node:timers/promises'
import { createSecureContext, type SecureContext } from 'node:tls'
import type { PrisonId } from '#shared/contracts/ids.ts'
import type { KioskConfiguration } from '#shared/contracts/configuration.ts'
import type { OpenState } from '#shared/contracts/closure.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { DoctorReport } from '#shared/doctor/doctor-report.ts'
import type { ControlLine } from '#electron/control/control-line.ts'
import type { LineEvent } from '#electron/control/line-ports.ts'
import { createAsTerminal } from '#electron/line/as-terminal.ts'
import { createHttpExchange } from '#electron/line/http-exchange.ts'
import { createServerClock } from '#electron/line/server-clock.ts'
import { type AskServer, createTerminalLine, type LineAnswer } from '#electron/line/terminal-line.ts'
import { createTerminalTokens } from '#electron/line/terminal-token.ts'
import { createLineWatch } from '#electron/line/watch-line.ts'
import type { FleetTerminal } from './fleet.ts'
import { openSimulatedControl } from './simulated-control.ts'
import { createSimulatedQueue, type SimulatedQueue } from './simulated-queue.ts'

/** A server that hears nobody so often is down. */
const MOST_REPORTS = 20
const REPORT_PAUSE_MS = 3000

/** Whom all of them trust, and where the server is. */
export interface SimulatedPrison {
  readonly prisonId: PrisonId
  readonly url: string
  readonly authorityPem: string
  readonly receiptKeys: KioskConfiguration['server']['receiptKeys']
  readonly signers: KioskConfiguration['server']['stateSigners']
}

export interface TerminalEvents {
  readonly onControl: (event: LineEvent) => void
  readonly onObeyed: (version: number) => void
  /** One question went to the server, and this came of it. */
  readonly onAsked: (method: 'GET' | 'POST', status: LineAnswer['status']) => void
  readonly onFault: (error: unknown) => void
}

export interface SimulatedTerminal {
  readonly terminal: FleetTerminal
  readonly control: ControlLine
  readonly queue: SimulatedQueue
  /** Tells the server once that its doctor finds nothing wrong with a program of this version. */
  readonly report: (version: string) => Promise<void>
  /** Ends its connections too. */
  readonly stop: () => void
}

/** What terminals of one process share without being less honest: the reading of the authority's certificate, once. */
export function createTrust({ authorityPem: ca }: Pick<SimulatedPrison, 'authorityPem'>): SecureContext {
  return createSecureContext({ ca, minVersion: 'TLSv1.3' })
}

export interface SimulatedTerminalParts {
  readonly prison: SimulatedPrison
  readonly secureContext: SecureContext
  readonly terminal: FleetTerminal
  /** What was confirmed while the line was down. */
  readonly operations: readonly Operation[]
  readonly events: TerminalEvents
}

/** A terminal with a key, a token, a channel and a queue of its own, as the kiosk puts them together, and no screen. */
export async function createSimulatedTerminal(parts: SimulatedTerminalParts): Promise<SimulatedTerminal> {
  const { prison, terminal, events } = parts
  // No session is taken up again: each connection is as dear as a first one.
  const secure = { secureContext: parts.secureContext, rejectUnauthorized: true, maxCachedSessions: 0 } as const
  const agent = new Agent({ ...secure, keepAlive: true, maxSockets: 4 })
  const { ask, asTerminal, nowMs, onBack } = openLine(parts, agent)
  const queue = createSimulatedQueue({ ...prison, ...parts, ask, terminalId: terminal.id, onFault: events.onFault })
  const control = await openSimulatedControl({
    ...prison,
    terminal,
    agent: new Agent({ ...secure, keepAlive: false }),
    asTerminal,
    nowMs,
    onEvent: events.onControl,
    onObeyed: events.onObeyed,
    onChange: watchMaintenance(queue.serverOpened),
    onFault: events.onFault,
  })
  onBack(control.hurry)
  const stop = (): void => {
    control.stop()
    queue.stop()
    agent.destroy()
  }
  return { terminal, control, queue, report: version => report(ask, version, nowMs), stop }
}

/** Told again where it did not arrive, as the kiosk's doctor does. */
async function report(ask: AskServer, version: string, nowMs: () => number): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const program = { version, electron: 'none', isPackaged: true }
    const told: DoctorReport = { version: 1, at: new Date(nowMs()).toISOString(), program, checked: 1, findings: [] }
    const body = JSON.stringify(told)
    const { status } = await ask({ method: 'POST', path: terminalRoutes.doctor, body, hearsRejection: true })
    if (status === 'answered') return
    if (tries === MOST_REPORTS) throw new Error(`nobody heard its report: ${status}`)
    await setTimeout(REPORT_PAUSE_MS * (0.5 + Math.random()), undefined, { ref: false })
  }
}

function openLine({ prison, terminal, events }: SimulatedTerminalParts, agent: Agent) {
  const clock = createServerClock(Date.now)
  const tokens = createTerminalTokens({
    terminalId: terminal.id,
    prisonId: prison.prisonId,
    privateKey: terminal.privateKey,
    nowMs: clock.nowMs,
    monotonicMs: () => performance.now(),
  })
  const exchange = createHttpExchange({ ...prison, agent })
  const watch = createLineWatch()
  const line = createTerminalLine({ exchange, tokens, clock, onOutcome: watch.note })
  const ask: AskServer = async asked => {
    const answer = await line(asked)
    events.onAsked(asked.method, answer.status)
    return answer
  }
  return { ask, asTerminal: createAsTerminal(tokens, clock), nowMs: clock.nowMs, onBack: watch.onBack }
}

/** Tells when a maintenance that had begun is over, as the page does. */
function watchMaintenance(serverOpened: () => void): (state: OpenState) => void {
  let wasBegun = false
  return ({ maintenance }) => {
    const isBegun = maintenance?.phase === 'begun'
    if (wasBegun && !isBegun) serverOpened()
    wasBegun = isBegun
  }
}
