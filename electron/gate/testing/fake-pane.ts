import type { Session, WebContents, WebContentsView } from 'electron'
import { EventEmitter } from 'node:events'
import type { Pane } from '../open-pane.ts'

type RequestEvent = 'onBeforeRequest' | 'onBeforeSendHeaders' | 'onHeadersReceived' | 'onErrorOccurred'
type Listener = (details: object, answer: (given: object) => void) => void

export interface FakeSession {
  readonly session: Session
  /** What was set, in order. */
  readonly told: string[]
  /** Asks a `webRequest` listener as Chromium would, and gives back its answer. */
  readonly ask: (event: RequestEvent, details: object) => object
  readonly emit: (event: string, ...args: unknown[]) => void
}

/** A session that remembers what it was told, and asks its listeners what a test has it ask. */
export function createFakeSession(): FakeSession {
  const events = new EventEmitter()
  const told: string[] = []
  const listeners = new Map<string, Listener>()
  const listen = (name: RequestEvent) => (listener: Listener) => listeners.set(name, listener)
  const session = {
    setSpellCheckerLanguages: (languages: string[]) => told.push(`spell-checker ${JSON.stringify(languages)}`),
    setSpellCheckerEnabled: (isEnabled: boolean) => told.push(`spell-checker ${isEnabled}`),
    getUserAgent: () =>
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) guichet/0.1.0 Chrome/130.0.1.2 Electron/33.2.1 Safari/537.36',
    setUserAgent: (userAgent: string, languages: string) => told.push(`user agent ${userAgent} | ${languages}`),
    setCertificateVerifyProc: (verify: (request: object, answer: (result: number) => void) => void) => {
      verify({ hostname: 'a.example', certificate: { data: '' } }, result => told.push(`certificates ${result}`))
    },
    on: events.on.bind(events),
    webRequest: {
      onBeforeRequest: listen('onBeforeRequest'),
      onBeforeSendHeaders: listen('onBeforeSendHeaders'),
      onHeadersReceived: listen('onHeadersReceived'),
      onErrorOccurred: listen('onErrorOccurred'),
    },
  }
  const ask: FakeSession['ask'] = (event, details) => {
    let answer: object = {}
    listeners.get(event)?.(details, given => (answer = given))
    return answer
  }
  return { session: session as unknown as Session, told, ask, emit: events.emit.bind(events) }
}

/** A debugger that is attached to nothing and does what it is asked. */
function createFakeDebugger(told: string[]): object {
  return {
    attach: () => told.push('debugger'),
    sendCommand: async () => ({}),
    on: () => undefined,
  }
}

export interface FakeContents {
  readonly contents: WebContents
  readonly told: string[]
  /** Raises an event whose default may be prevented, and says whether it was. */
  readonly raise: (event: string, details?: object, ...args: unknown[]) => boolean
  readonly emit: (event: string, ...args: unknown[]) => void
  readonly openWindow: (details: object) => string
  /** Pages behind the one that is shown. */
  readonly history: string[]
}

/** Web contents that go nowhere: they remember where they were sent. */
export function createFakeContents(id = 7): FakeContents {
  const events = new EventEmitter()
  const told: string[] = []
  const history: string[] = []
  let onWindow: (details: object) => { action: string } = () => ({ action: 'allow' })
  let url = ''
  const contents = {
    id,
    on: events.on.bind(events),
    debugger: createFakeDebugger(told),
    setWindowOpenHandler: (handler: typeof onWindow) => (onWindow = handler),
    _setOwnerWindow: (owner: unknown) => told.push(`belongs to ${String(owner)}`),
    setWebRTCIPHandlingPolicy: (policy: string) => told.push(`webrtc ${policy}`),
    setZoomFactor: (factor: number) => told.push(`zoom factor ${factor}`),
    setZoomLevel: (level: number) => told.push(`zoom level ${level}`),
    setVisualZoomLevelLimits: async (least: number, most: number) => {
      told.push(`zoom limits ${least} ${most}`)
    },
    forcefullyCrashRenderer: () => {
      told.push('crash')
      events.emit('render-process-gone', {}, { reason: 'killed' })
    },
    getURL: () => url,
    loadURL: async (address: string) => {
      told.push(`load ${address}`)
      url = address
    },
    navigationHistory: { canGoBack: () => history.length > 0, goBack: () => told.push(`back to ${history.pop()}`) },
  }
  const raise: FakeContents['raise'] = (event, details = {}, ...args) => {
    let isPrevented = false
    events.emit(event, { ...details, preventDefault: () => (isPrevented = true) }, ...args)
    return isPrevented
  }
  return {
    contents: contents as unknown as WebContents,
    told,
    raise,
    emit: events.emit.bind(events),
    openWindow: details => onWindow(details).action,
    history,
  }
}

export interface FakePane extends FakeContents, Pick<FakeSession, 'ask'> {
  readonly pane: Pane
  readonly sessionTold: string[]
}

export function createFakePane(id: number): FakePane {
  const fakeSession = createFakeSession()
  const fakeContents = createFakeContents(id)
  const view = {
    webContents: fakeContents.contents,
    setBounds: (bounds: object) => fakeContents.told.push(`bounds ${JSON.stringify(bounds)}`),
    setVisible: (isVisible: boolean) => fakeContents.told.push(`visible ${isVisible}`),
  }
  return {
    ...fakeContents,
    ask: fakeSession.ask,
    sessionTold: fakeSession.told,
    pane: { view: view as unknown as WebContentsView, session: fakeSession.session },
  }
}
