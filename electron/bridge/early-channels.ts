import type { ChannelName } from '#shared/contracts/bridge.ts'
import type { IpcMain } from 'electron'

type Listener = Parameters<IpcMain['handle']>[1]

/** Every channel by name alone: naming them through the contract would load every schema before the window opens. */
const names: Record<ChannelName, true> = {
  'draft:keep': true,
  'draft:read': true,
  'enrolment:begin': true,
  'enrolment:find-server': true,
  'enrolment:look': true,
  'enrolment:take-in': true,
  'journal:discard': true,
  'journal:read': true,
  'journal:restore': true,
  'line:probe': true,
  'line:pull': true,
  'line:push': true,
  'operation:confirm': true,
  'service:ask': true,
  'service:close': true,
  'service:examine': true,
  'service:open': true,
  'service:read': true,
  'service:restart': true,
  'service:stay': true,
  'session:end': true,
  'session:people': true,
  'session:sign-in': true,
  'terminal:describe': true,
  'terminal:open-state': true,
  'web:close': true,
  'web:go': true,
  'web:open': true,
  'web:place': true,
  'web:sites': true,
}

/**
 * Takes the place of `ipcMain` until the parts behind the bridge are loaded: the page starts meanwhile, and whatever it
 * asks waits. Nothing is looked at here, neither the sender nor the value: `handle()` does both, when its listener comes.
 */
export function openEarlyChannels(ipcMain: Pick<IpcMain, 'handle'>): Pick<IpcMain, 'handle'> {
  const comers = new Map<string, (listener: Listener) => void>()
  for (const name of Object.keys(names)) {
    const listener = new Promise<Listener>(resolve => {
      comers.set(name, resolve)
    })
    ipcMain.handle(name, async (event, raw: unknown): Promise<unknown> => (await listener)(event, raw))
  }
  return {
    handle: (name, listener) => {
      const come = comers.get(name)
      if (come === undefined) throw new Error(`no such channel: ${name}`)
      come(listener)
    },
  }
}
