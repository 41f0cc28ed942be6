import type { BuildStamp } from '#shared/contracts/build-stamp.ts'
import { GuichetError, toPublicError, type ErrorCode } from '#shared/errors/guichet-error.ts'
import type { IpcMain, WebContents } from 'electron'
import { setTimeout as pause } from 'node:timers/promises'
import { bridgeLimits, CallPace } from './bridge/call-pace.ts'
import { registerChannels } from './bridge/register-channels.ts'
import { createTellPage, type TellPage } from './bridge/tell-page.ts'
import { createDayBudgets, type DayBudgets } from './budgets/day-budgets.ts'
import { createChannelHandlers } from './channel-handlers.ts'
import type { KioskIdentity } from './configuration/read-configuration.ts'
import { connectDoctor } from './connect-doctor.ts'
import { connectControl, type ConnectedControl } from './connect-control.ts'
import { connectService } from './connect-service.ts'
import { connectUpdates } from './connect-updates.ts'
import { createKiosk, type Kiosk } from './create-kiosk.ts'
import { findIdentity } from './find-identity.ts'
import { createRefusalReport } from './gate/refusal-report.ts'
import type { Log } from './log/log.ts'
import { type RecentLog, rememberLog } from './log/recent-log.ts'
import { openStorage } from './open-storage.ts'
import type { ServiceScreen } from './service/service-screen.ts'
import type { Relay } from './way-out/relay.ts'
import { createWayOut, type WayOut } from './way-out/way-out.ts'
import { createPrisonDay } from './web-sites.ts'
import { createWebGate, type OpenWebView, type WebGate } from './web-gate.ts'

export interface ConnectParts {
  readonly configurationFile: string
  readonly dataFolder: string
  /** What whoever set the machine up left for a terminal that is to be enrolled. */
  readonly hintsFolder: string
  readonly version: string
  readonly stamp: BuildStamp | undefined
  /** Compares the program's files with those that were packaged. */
  readonly compareFiles: () => Promise<'whole' | 'changed'>
  readonly log: Log
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly page: () => WebContents | undefined
  readonly loadView: () => Promise<OpenWebView>
  readonly relay: Relay
  readonly forgetCopies: () => void
  /** Ends the program in good order. Whatever started it starts it again. */
  readonly restart: () => void
  /** This terminal cannot work. Told once. */
  readonly onProblem: (code: ErrorCode) => void
  /** This terminal has no configuration yet: its page has to ask a technician. Told once. */
  readonly onNotEnrolled: () => void
  /** It has one now. What the page asked meanwhile is answered from here on. */
  readonly onEnrolled: () => void
}

/** Refusals that happen on a terminal where nothing is wrong. Nobody has to look. */
const everyday: ReadonlySet<ErrorCode> = new Set([
  'ENROLMENT_ADDRESS_INVALID',
  'ENROLMENT_CODE_EXPIRED',
  'ENROLMENT_CODE_UNKNOWN',
  'ENROLMENT_CODE_USED',
  'SERVICE_CLOSED',
  'SERVICE_SCREEN_SHUT',
  'SESSION_MISSING',
  'SESSION_OPEN',
  'WEB_SITE_UNKNOWN',
])

/** What the window needs of the parts behind the bridge. */
export interface ConnectedKiosk {
  readonly endSession: () => void
  /** Resolves when what was under way is on the disk. */
  readonly close: () => Promise<void>
}

/**
 * Puts the parts behind the bridge. Every channel is registered before this answers, so that whatever the page asks is
 * answered: by its part, once the data folder is open, or with the reason why this terminal does not work.
 *
 * Never throws: a terminal that is not set up is told of through `onProblem`.
 */
export function connectKiosk(given: ConnectParts): ConnectedKiosk {
  const { log, recent } = rememberLog(given.log, () => new Date())
  const parts = { ...given, log }
  const { ipcMain, onProblem } = parts
  const found = findIdentity(parts)
  const opening = openKiosk(parts, found.identity, recent)
  let isClosing = false
  const handlers = opening.then(({ kiosk, web, control, service }) =>
    createChannelHandlers(kiosk, parts.version, { ...web.handlers, ...service.handlers() }, control.openState),
  )
  const pace = new CallPace(bridgeLimits, () => performance.now())
  registerChannels({ ipcMain, report: reportTo(log), pace, pause }, handlers, found.enrolment)

  let opened: OpenedKiosk | undefined
  const closed = opening.then(
    now => {
      opened = now
      const isServiceOpen = () => now.service.isOpen()
      return createClose(now, [connectDoctor(now.kiosk, parts), connectUpdates(now.kiosk, { ...parts, isServiceOpen })])
    },
    (error: unknown) => {
      if (isClosing) return () => Promise.resolve()
      log.error('start', error)
      onProblem(error instanceof GuichetError ? error.code : 'INTERNAL')
      return () => Promise.resolve()
    },
  )
  return {
    endSession: () => {
      opened?.service.shut()
      opened?.kiosk.session.end()
    },
    close: async () => {
      isClosing = true
      found.giveUp()
      await (
        await closed
      )()
    },
  }
}

function createClose({ kiosk, control, service }: OpenedKiosk, reports: readonly { readonly stop: () => void }[]) {
  return async () => {
    for (const { stop } of reports) stop()
    service.shut()
    await control.close()
    await kiosk.storage.journal.close()
  }
}

function reportTo(log: Log): (channel: string, error: unknown) => void {
  return (channel, error) => {
    const { code } = toPublicError(error)
    if (everyday.has(code)) log.info(channel, code)
    else log.error(channel, error)
  }
}

interface OpenedKiosk {
  readonly kiosk: Kiosk
  readonly web: WebGate
  readonly control: ConnectedControl
  readonly service: ServiceScreen
}

async function openKiosk(
  parts: ConnectParts,
  found: Promise<KioskIdentity>,
  recentLog: RecentLog['recent'],
): Promise<OpenedKiosk> {
  const { dataFolder, log, page } = parts
  const tellPage = createTellPage(page)
  const identity = await found
  const live: { web?: WebGate; control?: ConnectedControl; service?: ServiceScreen } = {}
  const kiosk = createKiosk(identity, await openStorage(dataFolder, identity.configuration, log), log, {
    onSessionBegin: () => {
      live.service?.shut()
      live.control?.personChanged()
    },
    onSessionEnd: () => {
      live.web?.close()
      live.control?.personChanged()
    },
    onSessionTaken: () => {
      tellPage({ event: 'session-ended', at: new Date().toISOString() })
    },
    onPolicyChange: () => live.web?.policyChanged(),
  })
  const control = await connectControl(kiosk, state => {
    try {
      tellPage({ event: 'open-state', state })
    } finally {
      live.web?.policyChanged()
    }
  })
  live.control = control
  const web = openWeb(parts, kiosk, control, tellPage)
  live.web = web
  const onShut = () => {
    tellPage({ event: 'service-shut' })
  }
  const service = connectService({ ...parts, kiosk, control, recentLog, onShut })
  live.service = service
  return { kiosk, web, control, service }
}

function openWeb(parts: ConnectParts, kiosk: Kiosk, control: ConnectedControl, tellPage: TellPage): WebGate {
  const { configuration } = kiosk.identity
  const { log } = parts
  const today = createPrisonDay(configuration.prison.timeZone, () => new Date())
  return createWebGate({
    loadView: parts.loadView,
    policy: kiosk.policy.current,
    closings: control.webClosings,
    isWebOpen: () => control.openState().web === null,
    person: kiosk.session.person,
    forgetCopies: parts.forgetCopies,
    wayOut: openWayOut(parts.relay, kiosk),
    report: createRefusalReport({
      ask: kiosk.ask,
      day: today,
      later,
      onDropped: dropped => {
        log.error('refusals', new GuichetError('BODY_INVALID', 'the server does not take a report'), { dropped })
      },
      random: Math.random,
    }),
    budgets: openBudgets(kiosk, today),
    today,
    authorityPem: configuration.gateway.authorityPem,
    nowMs: kiosk.serverNowMs,
    tellPage,
    log,
  })
}

function later(run: () => void, delayMs: number): void {
  setTimeout(run, delayMs)
}

function openBudgets({ storage: { budgets }, log }: Kiosk, today: () => string | undefined): DayBudgets {
  return createDayBudgets({
    kept: budgets.value,
    write: budgets.file.write,
    today,
    later,
    onNotWritten: error => {
      log.error('budgets', error)
    },
  })
}

/** What the tunnels of a visit need is loaded with the first one. */
function openWayOut(relay: Relay, { identity, asTerminal }: Kiosk): WayOut {
  const { url } = identity.configuration.gateway
  const { authorityPem } = identity.configuration.server
  return createWayOut(relay, async () => {
    const { createTunnels } = await import('./way-out/open-tunnel.ts')
    return createTunnels({ url, authorityPem, asTerminal })
  })
}
