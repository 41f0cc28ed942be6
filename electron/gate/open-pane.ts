import { randomUUID } from 'node:crypto'
import { clipboard, session, WebContentsView, type Session } from 'electron'
import { forgetCopies } from './forget-copies.ts'

/** A view and the session only it lives in. */
export interface Pane {
  readonly view: WebContentsView
  readonly session: Session
}

/** Interfaces that reach the disk, devices, money or other documents, taken out of pages altogether. */
const disabledFeatures = [
  'EyeDropperAPI',
  'FedCm',
  'FileSystemAccessLocal',
  'FontAccess',
  'PaymentRequest',
  'Presentation',
  'Serial',
  'SharedWorker',
  'WebBluetooth',
  'WebHID',
  'WebUSB',
  'DocumentPictureInPictureAPI',
]

/**
 * Makes a view for one visit, not yet in a window.
 *
 *  - Its session is new, has a name of its own and is kept in memory only: no visit finds anything of another.
 *  - There is no preload: a page of the web knows nothing of this process, so there is nothing to attack.
 *  - `guard` is called with the session before the view is made.
 *  - What was copied before is gone: a page may paste what is there, and there is no permission that would stop it.
 */
export function openPane(guard: (session: Session) => void): Pane {
  forgetCopies(clipboard)
  // No `persist:` before the name: with it the session would be written to the disk.
  const own = session.fromPartition(`visit-${randomUUID()}`, { cache: false })
  guard(own)
  const view = new WebContentsView({
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
      devTools: false,
      enableWebSQL: false,
      disableBlinkFeatures: disabledFeatures.join(','),
    },
  })
  return { view, session: own }
}

/** Ends a pane and forgets everything it held. Safe when its page is gone already. */
export async function closePane({ view, session: own }: Pane): Promise<void> {
  if (!view.webContents.isDestroyed()) view.webContents.close({ waitForBeforeUnload: false })
  forgetCopies(clipboard)
  await Promise.allSettled([
    own.closeAllConnections(),
    own.clearStorageData(),
    own.clearCache(),
    own.clearAuthCache(),
    own.clearHostResolverCache(),
  ])
}
