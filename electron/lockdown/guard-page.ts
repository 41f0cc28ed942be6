import type { WebContents } from 'electron'
import { evaluateKey } from './evaluate-key.ts'
import { isServiceKeys } from './service-keys.ts'

/*
 * Threat: a page that can be made to leave its address, open a window or a frame, or act on a shortcut is a
 * page that can be left. Each event below is a door of its own: `will-navigate` alone misses frames,
 * server redirects and `<webview>` (see docs/threat-model.md).
 */

/**
 * Ties a page to where it is. The kiosk page never navigates, so there is no address to let through.
 *
 * Held by `guard-page.test.ts`, one test a door.
 */
export function guardPage(contents: WebContents): void {
  const refuse = (event: { preventDefault: () => void }) => {
    event.preventDefault()
  }
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', refuse)
  contents.on('content-bounds-updated', refuse)
  // Lets the page go when the kiosk recreates it: a page may not ask to stay.
  contents.on('will-prevent-unload', refuse)
  contents.on('before-input-event', (event, input) => {
    // The one shortcut there is: the page asks for a code then. No page of the web is given it.
    if (isServiceKeys(input)) return
    if (evaluateKey(input).effect === 'ignore') event.preventDefault()
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('dom-ready', () => {
    contents.setZoomFactor(1)
    void contents.setVisualZoomLevelLimits(1, 1)
  })
}
