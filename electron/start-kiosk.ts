import { GuichetError } from '#shared/errors/guichet-error.ts'
import { app, clipboard, session, type BaseWindow, type IpcMain } from 'electron'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { openEarlyChannels } from './bridge/early-channels.ts'
import type { StartSettings } from './configuration/start-settings.ts'
import type { ConnectedKiosk, ConnectParts } from './connect-kiosk.ts'
import { forgetCopies } from './gate/forget-copies.ts'
import { denyPermissions } from './lockdown/deny-permissions.ts'
import { evaluateKey } from './lockdown/evaluate-key.ts'
import { guardPage } from './lockdown/guard-page.ts'
import type { Log, LogPorts } from './log/log.ts'
import { requireXDisplay } from './popups/require-x-display.ts'
import type { Relay } from './way-out/relay.ts'
import type { OpenWebView } from './web-gate.ts'
import { createKioskFrame, type KioskFrame } from './window/kiosk-frame.ts'
import { openPage, openWindow } from './window/open-window.ts'
import { pageAddress } from './window/page-address.ts'
import { preparePageSession } from './window/page-session.ts'
import { watchPageStart } from './window/page-start.ts'
import { createServePage, type ServePage } from './window/serve-page.ts'

export interface StartParts {
  /** The folder of the built main process. The page and the preload lie beside and below it. */
  readonly programFolder: string
  readonly configurationFile: string
  readonly dataFolder: string
  readonly hintsFolder: string
  readonly windowSize: StartSettings['windowSize']
  readonly log: Log
  readonly logPorts: LogPorts
  readonly ipcMain: IpcMain
  readonly relay: Relay
  /** Resolves once the program's own files are known to be those that were packaged. Nothing is shown or begun before. */
  readonly isWhole: Promise<void>
  /** Looks at that again. */
  readonly compareFiles: ConnectParts['compareFiles']
  readonly isQuitting: () => boolean
}

/**
 * Opens the kiosk's window, and puts the parts behind its page while the page runs its first script: those parts and their
 * schemas are most of the program, and nothing of them is needed before the page asks.
 */
export async function startKiosk(parts: StartParts): Promise<void> {
  const { configurationFile, dataFolder, hintsFolder, log } = parts
  const live: { kiosk?: ConnectedKiosk } = {}
  const ipcMain = openEarlyChannels(parts.ipcMain)
  const page = watchPageStart(createServePage(path.join(parts.programFolder, '../kiosk')))
  const frame = openFrame(parts, page.servePage, () => live.kiosk?.endSession())
  tellDisplay(frame.window, log)
  await Promise.all([page.isUnderWay, parts.isWhole])
  const [{ connectKiosk }, { tellBuild }, { readBuildStamp }] = await Promise.all([
    import('./connect-kiosk.ts'),
    import('./log/tell-build.ts'),
    import('./configuration/build-stamp.ts'),
  ])
  const stamp = readBuildStamp(parts.programFolder, app.isPackaged)
  tellBuild(parts.logPorts, stamp)
  const kiosk = connectKiosk({
    configurationFile,
    dataFolder,
    hintsFolder,
    version: app.getVersion(),
    stamp,
    compareFiles: parts.compareFiles,
    log,
    ipcMain,
    page: frame.page,
    loadView: () => loadView(frame.window, log),
    relay: parts.relay,
    forgetCopies: () => {
      forgetCopies(clipboard)
    },
    restart: () => {
      app.quit()
    },
    ...tellFrame(frame),
  })
  live.kiosk = kiosk
  app.on('will-quit', () => {
    void kiosk.close()
  })
}

function tellFrame(frame: KioskFrame): Pick<ConnectParts, 'onProblem' | 'onNotEnrolled' | 'onEnrolled'> {
  return {
    onProblem: code => {
      frame.restart(pageAddress(code))
    },
    onNotEnrolled: () => {
      frame.restart(pageAddress('CONFIGURATION_MISSING'))
    },
    // The page that enrolled it goes on by itself.
    onEnrolled: () => {
      frame.startAt(pageAddress())
    },
  }
}

/** Without an X display everything works but the web: whoever set the terminal up is told at its start. */
function tellDisplay(window: BaseWindow, log: Log): void {
  try {
    requireXDisplay(window, process.env)
  } catch (error) {
    log.error('display', error)
  }
}

/** What a visit to the web needs is loaded with the first one. Throws `DISPLAY_NOT_X11` where there can be none. */
async function loadView(window: BaseWindow, log: Log): Promise<OpenWebView> {
  requireXDisplay(window, process.env)
  const [{ createWebView }, { openPane, closePane }, { createWindowFence }] = await Promise.all([
    import('./gate/web-view.ts'),
    import('./gate/open-pane.ts'),
    import('./popups/fence-window.ts'),
  ])
  const fencePopups = createWindowFence(window, process.env, log)
  const parts = { openPane, closePane, denyPermissions, evaluateKey, fencePopups }
  return options => createWebView(parts, { ...options, window })
}

function openFrame(parts: StartParts, servePage: ServePage, onNewPage: () => void): KioskFrame {
  const { programFolder, windowSize, log, isQuitting } = parts
  const pageSession = session.fromPartition('persist:kiosk')
  denyPermissions(pageSession)
  preparePageSession(pageSession, servePage)
  return createKioskFrame({
    window: openWindow(windowSize),
    openPage: () => openPage(pageSession, path.join(programFolder, 'preload/kiosk.cjs')),
    guard: guardPage,
    address: pageAddress(),
    mayShow: parts.isWhole,
    onNewPage,
    onPageLost: reason => {
      log.error('window', new GuichetError('INTERNAL', `the page was lost: ${reason}`))
    },
    isQuitting,
    now: () => performance.now(),
    later: setTimeout,
  })
}
