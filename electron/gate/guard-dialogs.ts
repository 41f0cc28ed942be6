import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import type { Debugger } from 'electron'

/*
 * Threat: a file chooser is a window of the system, with the whole disk in it, and Electron has no switch against it
 * (electron#10967). A page opens one with a field, with a folder field, from a frame of another site, or from the process
 * that takes its place. Chromium's own debugger can answer in its place; only for the document it is asked about, so it
 * has to be asked for every frame that lives in a process of its own, before that frame runs.
 *
 * The other dialogs: printing and alerts are taken by the sandbox of every answer (`page-policy.ts`) and by `disableDialogs`,
 * saving by `will-download`. A colour field opens a small sheet of Chromium's own: not modal, and no way to the disk.
 */

export interface DialogGuardParts {
  readonly onRefusedPart: (reason: DenyReason) => void
  /** The guard is gone, or was never there. The page has to go. */
  readonly onUnguarded: () => void
}

/** The part of Electron's debugger that is used. */
export type DialogDebugger = Pick<Debugger, 'attach' | 'sendCommand' | 'on'>

/** Targets that have no document, and so no dialog. */
const withoutDocument: ReadonlySet<unknown> = new Set(['worker', 'shared_worker', 'service_worker', 'worklet'])

/**
 * Answers every file chooser of a page with nothing, and counts it.
 *
 *  - To be called before anything is loaded. What cannot be done before there is a process is done as soon as there is.
 *  - A frame of another site waits until it is guarded too.
 *  - Where the guard fails or is taken away, the page has to go.
 *
 * Held by `guard-dialogs.test.ts`; that no window opens, by the attacks in `e2e/escape`.
 */
export function guardDialogs(contents: { readonly debugger: DialogDebugger }, parts: DialogGuardParts): void {
  const { debugger: own } = contents
  const guard = async (sessionId?: string): Promise<void> => {
    const send = (method: string, params: object = {}) => own.sendCommand(method, params, sessionId)
    await Promise.all([
      send('Page.enable'),
      send('Page.setInterceptFileChooserDialog', { enabled: true }),
      send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
    ])
  }
  const release = (sessionId: string) => own.sendCommand('Runtime.runIfWaitingForDebugger', {}, sessionId)
  own.on('detach', () => {
    parts.onUnguarded()
  })
  own.on('message', (_event, method, params: unknown) => {
    if (method === 'Page.fileChooserOpened') parts.onRefusedPart('dialog-not-allowed')
    const child = method === 'Target.attachedToTarget' ? readChild(params) : undefined
    if (child === undefined) return
    const guarded = withoutDocument.has(child.type) ? Promise.resolve() : guard(child.sessionId)
    guarded.then(() => release(child.sessionId)).catch(() => undefined)
  })
  try {
    own.attach('1.3')
    guard().catch(parts.onUnguarded)
  } catch {
    parts.onUnguarded()
  }
}

/** What the debugger says of a frame or worker it was attached to. It waits, and waits for ever where this cannot be read. */
function readChild(params: unknown): { readonly sessionId: string; readonly type: unknown } | undefined {
  if (typeof params !== 'object' || params === null || !('sessionId' in params)) return undefined
  const { sessionId } = params
  const info = 'targetInfo' in params ? params.targetInfo : undefined
  const type: unknown = typeof info === 'object' && info !== null && 'type' in info ? info.type : undefined
  return typeof sessionId === 'string' ? { sessionId, type } : undefined
}
