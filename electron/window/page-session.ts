import type { Session } from 'electron'
import { PAGE_ORIGIN, PAGE_SCHEME } from './page-address.ts'
import type { PageAnswer, PageRequest, ServePage } from './serve-page.ts'

/**
 * What Electron has for a scheme that is answered from memory. Deprecated for `protocol.handle`, which makes of each file a
 * `Request` and a `Response` of `fetch`, and for that loads the whole of it before the first one: 60 ms and 5 MiB of every
 * start. Without it the kiosk does not start, so an Electron that has it no more cannot go unnoticed.
 */
interface AnswersFromMemory {
  registerBufferProtocol(
    scheme: string,
    serve: (request: PageRequest, answer: (given: PageAnswer) => void) => void,
  ): void
}

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
  const protocol: AnswersFromMemory = session.protocol
  protocol.registerBufferProtocol(PAGE_SCHEME, (request, answer) => answer(servePage(request)))
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !details.url.startsWith(`${PAGE_ORIGIN}/`) })
  })
  session.on('will-download', event => {
    event.preventDefault()
  })
  void session.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' })
}
