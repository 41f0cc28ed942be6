import type { Change } from '#shared/contracts/sync.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { performance } from 'node:perf_hooks'
import { type Activity, createActivity } from './activity.ts'
import type { KioskIdentity } from './configuration/read-configuration.ts'
import { createAsTerminal, type AsTerminal } from './line/as-terminal.ts'
import { createHttpExchange } from './line/http-exchange.ts'
import { createLineLog } from './line/log-line-changes.ts'
import { createMirror, type Mirror } from './line/mirror.ts'
import { createServerClock } from './line/server-clock.ts'
import { createTerminalLine, type AskServer, type TerminalLineParts } from './line/terminal-line.ts'
import { createTerminalTokens } from './line/terminal-token.ts'
import { createLineWatch, type LineWatch } from './line/watch-line.ts'
import type { Log } from './log/log.ts'
import { createMedicalDrafts, type MedicalDrafts } from './operations/medical-drafts.ts'
import type { Storage } from './open-storage.ts'
import { createCurrentSession, type CurrentSession } from './session/current-session.ts'
import { createRosterStore, type RosterStore } from './session/roster-store.ts'
import { createSignInGate, type SignInGate } from './session/sign-in-gate.ts'
import { createPolicyStore, type PolicyStore } from './web-policy/policy-store.ts'

/** What the channels stand on: the parts that keep state, put together. */
export interface Kiosk {
  readonly identity: KioskIdentity
  readonly storage: Storage
  readonly session: CurrentSession
  readonly roster: RosterStore
  readonly drafts: MedicalDrafts
  readonly policy: PolicyStore
  readonly mirror: Mirror
  readonly gate: SignInGate
  readonly ask: AskServer
  /** Proves this terminal to the server for something else than the line's own questions. */
  readonly asTerminal: AsTerminal
  readonly serverNowMs: () => number
  /** Calls `told` whenever the server answers again after it could not be reached. */
  readonly onLineBack: LineWatch['onBack']
  readonly activity: Activity
  readonly log: Log
}

export interface KioskEvents {
  readonly onSessionBegin: () => void
  /** A session ended, whatever ended it. */
  readonly onSessionEnd: () => void
  /** The person who is signed in no longer belongs here: the page has to be told. */
  readonly onSessionTaken: () => void
  readonly onPolicyChange: () => void
}

/** Puts the parts together over what lies on the disk. Asks the server nothing yet. */
export function createKiosk(identity: KioskIdentity, storage: Storage, log: Log, events: KioskEvents): Kiosk {
  const session = createCurrentSession(events.onSessionEnd, events.onSessionBegin)
  const drafts = createMedicalDrafts()
  const roster = createRosterStore({
    kept: storage.roster.value,
    write: storage.roster.file.write,
    onChange: present => {
      drafts.keepOnly(present)
      const person = session.person()
      if (person === undefined || present.has(person.inmateId)) return
      session.end()
      events.onSessionTaken()
    },
  })
  const policy = createPolicyStore({
    kept: storage.policy.value,
    write: storage.policy.file.write,
    onChange: events.onPolicyChange,
    onInvalid: () => {
      log.error('web-policy', new GuichetError('POLICY_INVALID', 'the published policy is not valid'))
    },
  })
  const gate = createSignInGate({
    kept: storage.delay.value,
    write: storage.delay.file.write,
    now: () => new Date(),
    monotonicMs: () => performance.now(),
  })
  const mirror = openMirror(storage, { person: roster, 'web-policy': policy })
  const activity = createActivity()
  return { identity, storage, session, roster, drafts, policy, mirror, gate, activity, log, ...openLine(identity, log) }
}

function openMirror(
  { mirror, roster, policy }: Storage,
  parts: Parameters<typeof createMirror>[0]['parts'] & Partial<Record<Change['entity'], unknown>>,
): Mirror {
  const isWhole = mirror.value?.complete === true && roster.value !== undefined && policy.value !== undefined
  return createMirror({
    parts,
    wasComplete: isWhole,
    remember: complete => mirror.file.write({ version: 1, complete }),
  })
}

function openLine(
  { configuration, privateKey }: KioskIdentity,
  log: Log,
): Pick<Kiosk, 'ask' | 'asTerminal' | 'serverNowMs' | 'onLineBack'> {
  const { prison, server, terminal } = configuration
  const clock = createServerClock(Date.now)
  const tokens = createTerminalTokens({
    terminalId: terminal.id,
    prisonId: prison.id,
    privateKey,
    nowMs: clock.nowMs,
    monotonicMs: () => performance.now(),
  })
  const exchange = createHttpExchange({ url: server.url, authorityPem: server.authorityPem })
  const watch = createLineWatch()
  const tellLog = createLineLog(log)
  const onOutcome: TerminalLineParts['onOutcome'] = (status, cause) => {
    tellLog(status, cause)
    watch.note(status)
  }
  return {
    ask: createTerminalLine({ exchange, tokens, clock, onOutcome }),
    asTerminal: createAsTerminal(tokens, clock),
    serverNowMs: clock.nowMs,
    onLineBack: watch.onBack,
  }
}
