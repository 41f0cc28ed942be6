import type { PageEvent } from '#shared/contracts/bridge.ts'
import type { WebContents } from 'electron'
import type { Refusal } from './refusals.ts'

/** What the kiosk page is told of the web view. */
export type WebState = Omit<Extract<PageEvent, { event: 'web-state' }>, 'event'>

/** Chromium's number for a load that something newer took the place of. Nothing went wrong. */
const ERR_ABORTED = -3
/** Chromium's number for a load that the gate cancelled: told as a refusal already. */
const ERR_BLOCKED_BY_CLIENT = -20

/** Of a page that is on its way. */
const coming = { isLoading: true, canGoBack: false, refusal: null, hasFailed: false } as const

export interface WebStateKeeper {
  /** Whether there is a page to look at, rather than something to be told instead of it. */
  readonly isPageShown: () => boolean
  /** Whether what is told instead of the page can be taken back, because the page before it is still there. */
  readonly hasPageBehind: () => boolean
  readonly refused: (refusal: Refusal) => void
  /** The gateway says that the site did not answer. */
  readonly failed: () => void
  /** How much of the day's use of the site is spent, in whole percent. */
  readonly used: (usedPercent: number) => void
  /** Takes back what was told instead of the page. */
  readonly cleared: () => void
  /** Follows a new page from its making on. */
  readonly follow: (contents: WebContents) => void
}

/** Keeps what the kiosk page is told, and tells it when it changes. */
export function createWebState(
  opened: Pick<WebState, 'siteId' | 'budget'>,
  onState: (state: WebState) => void,
): WebStateKeeper {
  let state: WebState = { ...opened, ...coming }
  let isPageThere = false
  const change = (changes: Partial<WebState>): void => {
    const next = { ...state, ...changes }
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    onState(state)
  }
  return {
    isPageShown: () => state.refusal === null && !state.hasFailed,
    hasPageBehind: () => isPageThere,
    refused: refusal => {
      change({ refusal: { ...refusal }, isLoading: false, hasFailed: false, canGoBack: state.canGoBack || isPageThere })
    },
    failed: () => {
      change({ hasFailed: true, isLoading: false, refusal: null, canGoBack: state.canGoBack || isPageThere })
    },
    used: percent => {
      change({ budget: { usedPercent: percent } })
    },
    cleared: () => {
      change({ refusal: null, hasFailed: false })
    },
    follow: contents => {
      isPageThere = false
      change(coming)
      followContents(contents, change, isThere => {
        isPageThere = isThere
      })
    },
  }
}

function followContents(
  contents: WebContents,
  change: (changes: Partial<WebState>) => void,
  pageIsThere: (isThere: boolean) => void,
): void {
  const canGoBack = (): boolean => contents.navigationHistory.canGoBack()
  contents.on('did-start-loading', () => {
    change({ isLoading: true })
  })
  contents.on('did-stop-loading', () => {
    change({ isLoading: false })
  })
  contents.on('did-navigate', () => {
    pageIsThere(true)
    change({ refusal: null, hasFailed: false, canGoBack: canGoBack() })
  })
  contents.on('did-navigate-in-page', () => {
    change({ canGoBack: canGoBack() })
  })
  contents.on('did-fail-load', (_event, errorCode, ...[, , isMainFrame]) => {
    if (!isMainFrame || errorCode === ERR_ABORTED) return
    // Chromium's own error page has taken the place of the one before.
    pageIsThere(false)
    if (errorCode === ERR_BLOCKED_BY_CLIENT) change({ canGoBack: canGoBack() })
    else change({ hasFailed: true, isLoading: false, refusal: null, canGoBack: canGoBack() })
  })
}
