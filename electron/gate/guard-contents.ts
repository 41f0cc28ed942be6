import type { DenyReason } from '#shared/policy/deny-reasons.ts'
import type { Denial } from '#shared/policy/evaluate-request.ts'
import type { Input, WebContents } from 'electron'

/*
 * Threat: a page that leaves where it is in a way that asks for nothing over the network, or before it does: a new
 * window, another scheme, a dialog, a shortcut, a device chooser. Each event below is a door of its own.
 */

export interface ContentsGuardParts {
  readonly navigationRefusal: (url: string, isMainFrame: boolean) => Denial | undefined
  readonly evaluateKey: (input: Input) => { readonly effect: 'pass' | 'ignore' }
  readonly onRefusedPage: (url: string, reason: DenyReason) => void
  readonly onRefusedPart: (reason: DenyReason) => void
  /** A frame begins to go elsewhere, wherever to. */
  readonly onLeaving: (frameTreeNodeId: number) => void
  /** A link that wanted a window of its own, to a page that is granted: it may be shown in this one. */
  readonly onSameWindow: (url: string) => void
}

/**
 * Ties a page to the site it was opened for. To be called before anything is loaded in it.
 *
 * Held by `guard-contents.test.ts`, one test a door.
 */
export function guardContents(contents: WebContents, parts: ContentsGuardParts): void {
  guardNavigation(contents, parts)
  guardWindows(contents, parts)
  guardChoosers(contents)
  contents.on('before-input-event', (event, input) => {
    if (parts.evaluateKey(input).effect === 'ignore') event.preventDefault()
  })
  contents.on('zoom-changed', () => {
    contents.setZoomLevel(0)
  })
  contents.on('dom-ready', () => {
    contents.setZoomFactor(1)
    void contents.setVisualZoomLevelLimits(1, 1)
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

function guardNavigation(
  contents: WebContents,
  { navigationRefusal, onRefusedPage, onRefusedPart, onLeaving }: ContentsGuardParts,
): void {
  const guard = (event: { preventDefault: () => void; readonly url: string; readonly isMainFrame: boolean }): void => {
    const refusal = navigationRefusal(event.url, event.isMainFrame)
    if (refusal === undefined) return
    event.preventDefault()
    if (event.isMainFrame) onRefusedPage(event.url, refusal.reason)
    else onRefusedPart(refusal.reason)
  }
  contents.on('did-start-navigation', ({ isSameDocument, frame }) => {
    if (!isSameDocument && frame !== null) onLeaving(frame.frameTreeNodeId)
  })
  contents.on('will-navigate', guard)
  contents.on('will-redirect', guard)
  contents.on('will-frame-navigate', event => {
    // The main frame's own is told twice; `will-navigate` has answered it.
    if (!event.isMainFrame) guard(event)
  })
}

function guardWindows(contents: WebContents, parts: ContentsGuardParts): void {
  contents.setWindowOpenHandler(({ url, postBody }) => {
    const refusal = parts.navigationRefusal(url, true)
    const hasNothingToShow = url.startsWith('about:') || (postBody !== undefined && postBody !== null)
    if (hasNothingToShow) parts.onRefusedPart('window-not-allowed')
    else if (refusal === undefined) parts.onSameWindow(url)
    else parts.onRefusedPage(url, refusal.reason)
    return { action: 'deny' }
  })
  const refuse = (event: { preventDefault: () => void }): void => {
    event.preventDefault()
  }
  contents.on('will-attach-webview', refuse)
  contents.on('content-bounds-updated', refuse)
  // Lets the page go when the visit ends: a page may not ask to stay.
  contents.on('will-prevent-unload', refuse)
}

/** Where nobody answers, Electron takes the first device or certificate there is. */
function guardChoosers(contents: WebContents): void {
  contents.on('login', (event, _details, _info, answer) => {
    event.preventDefault()
    answer()
  })
  // Not answered at all: without a certificate the connection fails, which is what is wanted.
  contents.on('select-client-certificate', event => {
    event.preventDefault()
  })
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault()
    answer('')
  })
}
