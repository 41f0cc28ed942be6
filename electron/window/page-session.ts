import type { Session } from 'electron'
import { PAGE_ORIGIN, PAGE_SCHEME } from './page-address.ts'
import type { ServePage } from './serve-page.ts'

/**
 * Prepares the session only the kiosk page lives in.
 *
 *  - It is the one session that knows the page's scheme.
 *  - It reaches no network: whatever is not the page's own is cancelled, and what would slip past that
 *    finds a proxy nobody listens at.
 *  - It fetches no dictionary and saves no download.
 */
export function preparePageSession(session: Session, servePage: ServePage): void {
  // First of all: Chromium starts to fetch dictionaries as soon as a session has languages.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
  session.protocol.handle(PAGE_SCHEME, servePage)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !details.url.startsWith(`${PAGE_ORIGIN}/`) })
  })
  session.on('will-download', event => {
    event.preventDefault()
  })
  void session.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' })
}
