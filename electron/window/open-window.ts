import { BaseWindow, nativeTheme, screen, WebContentsView, type Session } from 'electron'

/** The page's paper, light and dark, so that nothing flashes before the page has painted. Same as the token `--paper`. */
const PAPER = { light: '#f5f0e6', dark: '#161412' } as const

const paper = () => (nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light)

/** Opens the terminal's one window, hidden: the whole screen, or a plain window of `size` on a desk. */
export function openWindow(size: { readonly width: number; readonly height: number } | undefined): BaseWindow {
  const common = { show: false, backgroundColor: paper(), title: 'Guichet', autoHideMenuBar: true } as const
  if (size !== undefined) return new BaseWindow({ ...common, ...size, useContentSize: true })
  // The bounds are given as well: without a window manager a window is not made full-screen.
  const { bounds } = screen.getPrimaryDisplay()
  return new BaseWindow({ ...common, ...bounds, kiosk: true, fullscreen: true, frame: false, resizable: false })
}

/** Opens one kiosk page, not yet in a window. It runs sandboxed and knows of this process only the preload's bridge. */
export function openPage(session: Session, preload: string): WebContentsView {
  const view = new WebContentsView({
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      plugins: false,
      spellcheck: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: false,
      // Nothing a page asks of the disk or of devices through these is ever meant to be answered.
      disableBlinkFeatures:
        'FileSystemAccessLocal,SharedWorker,WebUSB,Serial,WebHID,WebBluetooth,PaymentRequest,Presentation,FontAccess,EyeDropperAPI',
    },
  })
  view.setBackgroundColor(paper())
  return view
}
