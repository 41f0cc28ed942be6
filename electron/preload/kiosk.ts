import type { BridgeApi, ChannelName, PAGE_EVENT_CHANNEL, PageEvent } from '#shared/contracts/bridge.ts'
import { contextBridge, ipcRenderer } from 'electron'

/*
 * The only door between the page and the main process. It carries names and values and decides nothing:
 * `electron/bridge/handle.ts` checks the sender and parses both ways. Naming every channel here keeps
 * the page from reaching one that was not meant for it, and breaks the build when one is forgotten.
 */
const channelNames: Record<ChannelName, true> = {
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
const pageEventChannel: typeof PAGE_EVENT_CHANNEL = 'page:event'

const bridge = {
  call<Name extends ChannelName>(name: Name, input: BridgeApi[Name]['input']): Promise<BridgeApi[Name]['result']> {
    if (!Object.hasOwn(channelNames, name)) {
      return Promise.resolve({ ok: false, error: { code: 'IPC_SENDER_REFUSED', retryable: false } })
    }
    return ipcRenderer.invoke(name, input)
  },
  /** Returns what stops listening. */
  onEvent(listener: (event: PageEvent) => void): () => void {
    const receive = (_event: Electron.IpcRendererEvent, value: PageEvent) => listener(value)
    ipcRenderer.on(pageEventChannel, receive)
    return () => {
      ipcRenderer.off(pageEventChannel, receive)
    }
  },
}

export type Bridge = typeof bridge

contextBridge.exposeInMainWorld('guichet', bridge)
