import type { BaseWindow, WebContents, WebContentsView } from 'electron'

/** How soon a page is made again after it was lost: at once at first, then not more often than this. */
const PAGE_RETRY_MS = 5000

export interface KioskFrameParts {
  readonly window: BaseWindow
  readonly openPage: () => WebContentsView
  readonly guard: (contents: WebContents) => void
  /** Where every page starts. */
  readonly address: string
  /** A new document begins, by whatever cause. Nobody is signed in to it. */
  readonly onNewPage: () => void
  readonly onPageLost: (reason: 'gone' | 'unresponsive') => void
  readonly isQuitting: () => boolean
  readonly now: () => number
  readonly later: (run: () => void, delayMs: number) => void
}

export interface KioskFrame {
  readonly window: BaseWindow
  /** The page as it now is, `undefined` between two. Never kept by the caller: a crash replaces it. */
  readonly page: () => WebContents | undefined
}

/**
 * The window and the page in it, kept alive.
 *
 *  - The window cannot be closed from the keyboard or by a script; only the program's own end closes it.
 *  - A page that crashed, closed itself or hangs is replaced by a new one.
 *  - The window is shown when the page's first document is there, or when that takes too long.
 */
export function createKioskFrame(parts: KioskFrameParts): KioskFrame {
  const { window } = parts
  let view: WebContentsView | undefined
  let lostAt = Number.NEGATIVE_INFINITY

  const layOut = () => {
    const { width, height } = window.getContentBounds()
    view?.setBounds({ x: 0, y: 0, width, height })
  }
  const openPage = () => {
    view = parts.openPage()
    watchPage(view.webContents, parts, lost(view))
    window.contentView.addChildView(view, 0)
    layOut()
    void load(view.webContents, parts.address)
  }
  const lost = (which: WebContentsView) => () => {
    if (view !== which || parts.isQuitting()) return
    view = undefined
    window.contentView.removeChildView(which)
    if (!which.webContents.isDestroyed()) which.webContents.close()
    const sinceMs = parts.now() - lostAt
    lostAt = parts.now()
    // A page that falls over as it starts must not take the whole processor.
    if (sinceMs < PAGE_RETRY_MS) parts.later(openPage, PAGE_RETRY_MS)
    else openPage()
  }

  window.on('close', event => {
    if (!parts.isQuitting()) event.preventDefault()
  })
  window.on('resize', layOut)
  openPage()
  return { window, page: () => view?.webContents }
}

function watchPage(contents: WebContents, parts: KioskFrameParts, lost: () => void): void {
  parts.guard(contents)
  contents.once('dom-ready', () => {
    parts.window.show()
  })
  contents.on('did-start-navigation', details => {
    if (details.isMainFrame && !details.isSameDocument) parts.onNewPage()
  })
  contents.on('render-process-gone', () => {
    parts.onPageLost('gone')
    lost()
  })
  contents.on('destroyed', lost)
  contents.on('unresponsive', () => {
    parts.onPageLost('unresponsive')
    // Nothing can be asked of a page that hangs: its process ends, which leads to the line above.
    contents.forcefullyCrashRenderer()
  })
}

/** A load that fails is seen by its event or by a blank page; the promise says nothing more. */
async function load(contents: WebContents, address: string): Promise<void> {
  await contents.loadURL(address).catch(() => undefined)
}
