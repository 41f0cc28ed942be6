import { GuichetError, type ErrorCode } from '#shared/errors/guichet-error.ts'
import { app, session, type IpcMain } from 'electron'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import type { HandlePorts } from './bridge/handle.ts'
import { registerChannels, registerRefusals } from './bridge/register-channels.ts'
import { createTellPage, type TellPage } from './bridge/tell-page.ts'
import { createChannelHandlers } from './channel-handlers.ts'
import { readConfiguration } from './configuration/read-configuration.ts'
import type { StartSettings } from './configuration/start-settings.ts'
import { createKiosk, type Kiosk } from './create-kiosk.ts'
import { denyPermissions } from './lockdown/deny-permissions.ts'
import { guardPage } from './lockdown/guard-page.ts'
import type { Log } from './log/log.ts'
import { openStorage } from './open-storage.ts'
import { createClosedWeb } from './web-handlers.ts'
import { createKioskFrame, type KioskFrame } from './window/kiosk-frame.ts'
import { openPage, openWindow } from './window/open-window.ts'
import { pageAddress } from './window/page-address.ts'
import { preparePageSession } from './window/page-session.ts'
import { createServePage } from './window/serve-page.ts'

export interface StartParts {
  /** The folder of the built main process. The page and the preload lie beside and below it. */
  readonly programFolder: string
  readonly settings: StartSettings
  readonly log: Log
  readonly ipcMain: IpcMain
  readonly isQuitting: () => boolean
}

/** A terminal that works, or why it does not. */
type Connected = { readonly kiosk: Kiosk } | { readonly problem: ErrorCode }

/** Opens the kiosk's window: on a working terminal, or on a page that says it is not set up, with a code for a technician. */
export async function startKiosk(parts: StartParts): Promise<void> {
  const live: { frame?: KioskFrame } = {}
  const connected = await connect(
    parts,
    createTellPage(() => live.frame?.page()),
  )
  const kiosk = 'kiosk' in connected ? connected.kiosk : undefined
  live.frame = openFrame(parts, pageAddress('problem' in connected ? connected.problem : undefined), () => {
    kiosk?.session.end()
  })
  app.on('will-quit', () => {
    void kiosk?.storage.journal.close()
  })
}

/** Registers every channel, so that whatever the page asks is answered. Never throws. */
async function connect({ settings, log, ipcMain }: StartParts, tellPage: TellPage): Promise<Connected> {
  const ports: HandlePorts = {
    ipcMain,
    report: (channel, error) => {
      log.error(channel, error)
    },
  }
  try {
    const identity = await readConfiguration(settings.configurationFile)
    const storage = await openStorage(app.getPath('userData'), log)
    const kiosk = createKiosk(identity, storage, log, {
      onSessionEnd: () => undefined,
      onSessionTaken: () => {
        tellPage({ event: 'session-ended', at: new Date().toISOString() })
      },
      onPolicyChange: () => undefined,
    })
    registerChannels(ports, createChannelHandlers(kiosk, app.getVersion(), createClosedWeb()))
    return { kiosk }
  } catch (error) {
    log.error('start', error)
    const problem = error instanceof GuichetError ? error.code : 'INTERNAL'
    registerRefusals(ports, problem)
    return { problem }
  }
}

function openFrame(parts: StartParts, address: string, onNewPage: () => void): KioskFrame {
  const { programFolder, settings, log, isQuitting } = parts
  const pageSession = session.fromPartition('persist:kiosk')
  denyPermissions(pageSession)
  preparePageSession(pageSession, createServePage(path.join(programFolder, '../kiosk')))
  return createKioskFrame({
    window: openWindow(settings.windowSize),
    openPage: () => openPage(pageSession, path.join(programFolder, 'preload/kiosk.cjs')),
    guard: guardPage,
    address,
    onNewPage,
    onPageLost: reason => {
      log.error('window', new GuichetError('INTERNAL', `the page was lost: ${reason}`))
    },
    isQuitting,
    now: () => performance.now(),
    later: setTimeout,
  })
}
