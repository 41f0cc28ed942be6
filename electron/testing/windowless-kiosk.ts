import type { BridgeApi, ChannelName } from '#shared/contracts/bridge.ts'
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import path from 'node:path'
import { connectKiosk, type ConnectParts } from '../connect-kiosk.ts'

/** A kiosk without a window. `call` is what its page would do, `told` what it is told. */
export function startWindowless(
  changes: Partial<ConnectParts> & Pick<ConnectParts, 'configurationFile' | 'dataFolder'>,
) {
  type Listener = Parameters<IpcMain['handle']>[1]
  const listeners = new Map<string, Listener>()
  const problems: string[] = []
  const told: unknown[] = []
  const log: string[] = []
  const enrolment: string[] = []
  const kiosk = connectKiosk({
    stamp: undefined,
    compareFiles: () => Promise.resolve('whole'),
    version: '1.2.3',
    log: { error: part => log.push(part), info: () => undefined },
    ipcMain: { handle: (name, listener) => void listeners.set(name, listener) },
    page: () => ({ isDestroyed: () => false, send: (...sent: unknown[]) => told.push(sent) }) as unknown as WebContents,
    forgetCopies: () => undefined,
    restart: () => undefined,
    relay: { port: 9, open: () => undefined, close: () => undefined },
    loadView: () => Promise.reject(new Error('there is no web in these tests')),
    hintsFolder: path.dirname(changes.configurationFile),
    onProblem: code => problems.push(code),
    onNotEnrolled: () => enrolment.push('not enrolled'),
    onEnrolled: () => enrolment.push('enrolled'),
    ...changes,
  })
  const event = { senderFrame: { origin: 'guichet://kiosk', parent: null } } as unknown as IpcMainInvokeEvent
  const call = async <Name extends ChannelName>(name: Name, input: BridgeApi[Name]['input']) =>
    (await listeners.get(name)?.(event, input)) as BridgeApi[Name]['result']
  const value = async <Name extends ChannelName>(name: Name, input: BridgeApi[Name]['input']) => {
    const result = await call(name, input)
    if (!result.ok) throw new Error(`${name} answered ${result.error.code}`)
    return result.value
  }
  return { kiosk, call, value, problems, enrolment, told, log }
}
