import { GuichetError, type ErrorCode } from '#shared/errors/guichet-error.ts'
import type { IpcMain, WebContents } from 'electron'
import { registerChannels, type ChannelHandlers } from './bridge/register-channels.ts'
import { createTellPage } from './bridge/tell-page.ts'
import { createChannelHandlers } from './channel-handlers.ts'
import { readConfiguration } from './configuration/read-configuration.ts'
import { createKiosk, type Kiosk } from './create-kiosk.ts'
import type { Log } from './log/log.ts'
import { openStorage } from './open-storage.ts'
import { createClosedWeb } from './web-handlers.ts'

export interface ConnectParts {
  readonly configurationFile: string
  readonly dataFolder: string
  readonly version: string
  readonly log: Log
  readonly ipcMain: Pick<IpcMain, 'handle'>
  readonly page: () => WebContents | undefined
  /** This terminal cannot work. Told once. */
  readonly onProblem: (code: ErrorCode) => void
}

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
export function connectKiosk(parts: ConnectParts): ConnectedKiosk {
  const { log, ipcMain, onProblem } = parts
  const kiosk = openKiosk(parts)
  const report = (channel: string, error: unknown) => {
    log.error(channel, error)
  }
  registerChannels({ ipcMain, report }, openHandlers(kiosk, parts.version))
  kiosk.catch((error: unknown) => {
    log.error('start', error)
    onProblem(error instanceof GuichetError ? error.code : 'INTERNAL')
  })
  const opened: { kiosk?: Kiosk } = {}
  void kiosk.then(value => (opened.kiosk = value)).catch(() => undefined)
  return {
    endSession: () => opened.kiosk?.session.end(),
    close: async () => opened.kiosk?.storage.journal.close(),
  }
}

async function openKiosk({ configurationFile, dataFolder, log, page }: ConnectParts): Promise<Kiosk> {
  const tellPage = createTellPage(page)
  const identity = await readConfiguration(configurationFile)
  return createKiosk(identity, await openStorage(dataFolder, log), log, {
    onSessionEnd: () => undefined,
    onSessionTaken: () => {
      tellPage({ event: 'session-ended', at: new Date().toISOString() })
    },
    onPolicyChange: () => undefined,
  })
}

async function openHandlers(kiosk: Promise<Kiosk>, version: string): Promise<ChannelHandlers> {
  return createChannelHandlers(await kiosk, version, createClosedWeb())
}
