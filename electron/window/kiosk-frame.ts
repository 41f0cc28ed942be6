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
  /** The window is not shown before this resolves, and never where it rejects: whoever passes it ends the program then. */
  readonly mayShow: Promise<void>
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
  /** The page stays as it is; the next one starts here. */
  readonly startAt: (address: string) => void
}

/**
 * The window and the page in it, kept alive.
 *
 *  - The window cannot be closed from the keyboard or by a script; only the program's own end closes it.
 *  - A page that crashed, closed itself or hangs is replaced by a new one.
 *  - The window is shown when the page's first document is there and it may be shown.
 */
export function createKioskFrame(parts: KioskFrameParts): KioskFrame {
  const { window } = parts
  const slot = createPageSlot(window)
  let { address } = parts
  const hasCalmedDown = createCalmness(parts.now)

  const openPage = () => {
    const view = parts.openPage()
    watchPage(view.webContents, parts, () => {
      if (slot.view() === view && !parts.isQuitting()) replace()
    })
    showWhenReady(view.webContents, parts)
    void load(view.webContents, address)
    return view
  }
  const fill = () => {
    if (slot.view() === undefined) slot.put(openPage())
  }
  const replace = () => {
    slot.clear()
    // A page that falls over as it starts must not take the whole processor.
    if (hasCalmedDown()) fill()
    else parts.later(fill, PAGE_RETRY_MS)
  }
  window.on('close', event => {
    if (!parts.isQuitting()) event.preventDefault()
  })
  fill()
  const restart = (next: string) => {
    address = next
    slot.clear()
    fill()
  }
  const startAt = (next: string) => {
    address = next
  }
  return { window, page: () => slot.view()?.webContents, restart, startAt }
}

function showWhenReady(contents: WebContents, { window, mayShow }: KioskFrameParts): void {
  contents.once('dom-ready', () => {
    mayShow.then(
      () => {
        window.show()
      },
      () => undefined,
    )
  })
}

/** Says at each loss whether the one before is long enough ago. */
function createCalmness(now: () => number): () => boolean {
  let lostAt = Number.NEGATIVE_INFINITY
  return () => {
    const sinceMs = now() - lostAt
    lostAt = now()
    return sinceMs >= PAGE_RETRY_MS
  }
}

function watchPage(contents: WebContents, parts: KioskFrameParts, lost: () => void): void {
  parts.guard(contents)
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
    // Nothing can be asked of a page that hangs: its process ends, which leads to the lines above.
    contents.forcefullyCrashRenderer()
  })
}

/** A load that fails is seen by its event or by a blank page; the promise says nothing more. */
async function load(contents: WebContents, address: string): Promise<void> {
  await contents.loadURL(address).catch(() => undefined)
}
