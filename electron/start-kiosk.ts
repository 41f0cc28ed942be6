import { GuichetError, type ErrorCode } from '#shared/errors/guichet-error.ts'
import { session, type IpcMain } from 'electron'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import type { HandlePorts } from './bridge/handle.ts'
import { registerChannels, registerRefusals } from './bridge/register-channels.ts'
import { readConfiguration } from './configuration/read-configuration.ts'
import type { StartSettings } from './configuration/start-settings.ts'
import { createChannelHandlers } from './kiosk-parts.ts'
import { denyPermissions } from './lockdown/deny-permissions.ts'
import { guardPage } from './lockdown/guard-page.ts'
import type { Log } from './log/log.ts'
import { createKioskFrame } from './window/kiosk-frame.ts'
import { openPage, openWindow } from './window/open-window.ts'
import { pageAddress } from './window/page-address.ts'
import { preparePageSession } from './window/page-session.ts'
import { createServePage } from './window/serve-page.ts'

const here = import.meta.dirname
const pageFolder = path.join(here, '../kiosk')
const preload = path.join(here, 'preload.cjs')

export interface StartParts {
  readonly settings: StartSettings
  readonly log: Log
  readonly ipcMain: IpcMain
  readonly isQuitting: () => boolean
}

/** Opens the kiosk's window on a working terminal, or on a page that says it is not set up. Never throws for the latter. */
export async function startKiosk({ settings, log, ipcMain, isQuitting }: StartParts): Promise<void> {
  const ports: HandlePorts = {
    ipcMain,
    report: (channel, error) => {
      log.error(channel, error)
    },
  }
  const problem = await connect(ports, settings, log)
  const pageSession = session.fromPartition('persist:kiosk')
  denyPermissions(pageSession)
  preparePageSession(pageSession, createServePage(pageFolder))
  createKioskFrame({
    window: openWindow(settings.windowSize),
    openPage: () => openPage(pageSession, preload),
    guard: guardPage,
    address: pageAddress(problem),
    onNewPage: () => undefined,
    onPageLost: reason => {
      log.error('window', new GuichetError('INTERNAL', `the page was lost: ${reason}`))
    },
    isQuitting,
    now: () => performance.now(),
    later: setTimeout,
  })
}

async function connect(ports: HandlePorts, settings: StartSettings, log: Log): Promise<ErrorCode | undefined> {
  try {
    registerChannels(ports, createChannelHandlers(await readConfiguration(settings.configurationFile)))
    return undefined
  } catch (error) {
    log.error('start', error)
    const code = error instanceof GuichetError ? error.code : 'INTERNAL'
    registerRefusals(ports, code)
    return code
  }
}
