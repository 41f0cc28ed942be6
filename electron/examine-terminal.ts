import type { BuildStamp } from '#shared/contracts/build-stamp.ts'
import type { KioskConfiguration } from '#shared/contracts/configuration.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { TerminalFacts } from '#shared/doctor/terminal-facts.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { uptime } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { type KioskIdentity, readConfiguration } from './configuration/read-configuration.ts'
import { createLeaseClock } from './control/lease-clock.ts'
import { leaseFileSchema } from './control/lease-file.ts'
import { stateFileSchema } from './control/state-file.ts'
import { askForNames } from './doctor/ask-for-names.ts'
import { type AskProbe, collectFacts, type FilesCheck } from './doctor/collect-facts.ts'
import { knock } from './doctor/reach.ts'
import { outcomeOf } from './doctor/reach-outcome.ts'
import { readKept } from './doctor/read-kept.ts'
import { readUpdate } from './doctor/read-update.ts'
import { inspectJournal } from './journal/inspect-journal.ts'
import { createAsTerminal } from './line/as-terminal.ts'
import { createHttpExchange } from './line/http-exchange.ts'
import { parseHttpDateMs } from './line/parse-http-date.ts'
import { createServerClock } from './line/server-clock.ts'
import { createTerminalTokens } from './line/terminal-token.ts'
import { updateNotesOf } from './update-notes-of.ts'

const MACHINE_FACTS_FILE = '/run/guichet/machine-facts.json'
const PROBE_TIMEOUT_MS = 1500
/** `Date` is cut to the second: on average half of one is missing. */
const CUT_MS = 500

export interface ExamineParts {
  readonly configurationFile: string
  readonly dataFolder: string
  readonly version: string
  /** What it was packaged with; `undefined`: it runs from a checkout. */
  readonly stamp: BuildStamp | undefined
  /** Whether this installation is as it was packaged. Asked where there is a stamp. */
  readonly checkFiles: () => Promise<FilesCheck>
}

/** Looks at this terminal with what its program has for it: the configuration, the journal, the line. Changes nothing. */
export async function examineTerminal(parts: ExamineParts): Promise<TerminalFacts> {
  const identity = await readConfiguration(parts.configurationFile).catch(() => undefined)
  return collectFacts({
    ...parts,
    now: () => new Date(),
    program: process.execPath,
    electron: process.versions['electron'] ?? 'none',
    machineFactsFile: MACHINE_FACTS_FILE,
    configuration: identity?.configuration,
    control: () => readControl(parts.dataFolder),
    journal: () => inspectJournal(parts.dataFolder),
    askServer: createAskProbe(identity),
    update: running => readUpdate(updateNotesOf(parts.configurationFile), running),
    knock,
    askForNames,
  })
}

async function readControl(folder: string): Promise<TerminalFacts['control']> {
  const [state, lease] = await Promise.all([
    readKept(path.join(folder, 'state.json'), stateFileSchema),
    readKept(path.join(folder, 'lease.json'), leaseFileSchema),
  ])
  const known = { document: state.status, lease: lease.status }
  if (lease.status !== 'kept') return { ...known, highestVersion: null, silentMs: null, localLeaseMs: null }
  const { leases, highestVersion } = lease.value
  const clock = createLeaseClock({
    kept: lease.value,
    isFirstStart: false,
    uptimeMs: () => uptime() * 1000,
    wallMs: Date.now,
  })
  const { elapsedMs } = clock.snapshot(highestVersion)
  return { ...known, highestVersion, silentMs: elapsedMs, localLeaseMs: leases.local * 1000 }
}

/** Asks as the kiosk asks: the same token, the same pinned authority, the same correction of a wrong clock. */
function createAskProbe(identity: KioskIdentity | undefined): AskProbe {
  if (identity === undefined) return () => Promise.resolve({ outcome: 'silent', isKnown: null, clockOffsetMs: null })
  const { configuration, privateKey } = identity
  return async () => {
    const ask = openLine(configuration, privateKey)
    try {
      const { status, date } = await ask()
      const serverMs = parseHttpDateMs(date)
      return {
        outcome: 'answered',
        isKnown: status === 401 || status === 403 ? false : status < 300 ? true : null,
        clockOffsetMs: serverMs === undefined ? null : Date.now() - serverMs - CUT_MS,
      }
    } catch (error) {
      return {
        outcome: outcomeOf(error instanceof GuichetError ? error.cause : error),
        isKnown: null,
        clockOffsetMs: null,
      }
    }
  }
}

function openLine({ prison, server, terminal }: KioskConfiguration, privateKey: KioskIdentity['privateKey']) {
  const clock = createServerClock(Date.now)
  const tokens = createTerminalTokens({
    terminalId: terminal.id,
    prisonId: prison.id,
    privateKey,
    nowMs: clock.nowMs,
    monotonicMs: () => performance.now(),
  })
  const exchange = createHttpExchange({
    url: server.url,
    authorityPem: server.authorityPem,
    connectTimeoutMs: PROBE_TIMEOUT_MS,
    silenceTimeoutMs: PROBE_TIMEOUT_MS,
    answerTimeoutMs: PROBE_TIMEOUT_MS,
  })
  const asTerminal = createAsTerminal(tokens, clock)
  return () => asTerminal(token => exchange({ method: 'GET', path: terminalRoutes.probe, token }))
}
