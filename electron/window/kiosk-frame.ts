import type { BaseWindow, WebContents, WebContentsView } from 'electron'
import { createPageSlot } from './page-slot.ts'

/** How soon a page is made again after it was lost: at once at first, then not more often than this. */
const PAGE_RETRY_MS = 5000

export interface KioskFrameParts {
  readonly window: BaseWindow
  readonly openPage: () => WebContentsView
  readonly guard: (contents: WebContents) => void
  /** Where every page starts, until it is restarted elsewhere. */
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
  /** Makes the page anew, from now on at this address. */
  readonly restart: (address: string) => void
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
  const slot = createPageSlot(window)
  let { address } = parts
  let lostAt = Number.NEGATIVE_INFINITY

  const openPage = () => {
    const view = parts.openPage()
    watchPage(view.webContents, parts, () => {
      if (slot.view() === view && !parts.isQuitting()) replace()
    })
    slot.put(view)
    void load(view.webContents, address)
  }
  const replace = () => {
    slot.clear()
    const sinceMs = parts.now() - lostAt
    lostAt = parts.now()
    // A page that falls over as it starts must not take the whole processor.
    if (sinceMs >= PAGE_RETRY_MS) openPage()
    else parts.later(() => (slot.view() === undefined ? openPage() : undefined), PAGE_RETRY_MS)
  }
  window.on('close', event => {
    if (!parts.isQuitting()) event.preventDefault()
  })
  openPage()
  return {
    window,
    page: () => slot.view()?.webContents,
    restart: next => {
      address = next
      slot.clear()
      openPage()
    },
  }
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
