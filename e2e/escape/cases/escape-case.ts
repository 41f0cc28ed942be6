import type { Evidence } from '../run/evidence.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** What a server of the test answers. */
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string
  /** A `Link` header sent in a 103 before the answer. */
  readonly earlyHints?: string
}

export type Category =
  | 'navigation'
  | 'subresource'
  | 'write-channel'
  | 'background-exfil'
  | 'resource-hint'
  | 'worker-websocket'
  | 'webrtc-quic'
  | 'browser-process'
  | 'scheme'
  | 'redirect-proxy'
  | 'covert-channel'
  | 'url-rule'
  | 'ui-dialog'
  | 'permission-device'
  | 'keyboard'
  | 'ipc-preload'
  | 'denial-of-service'
  | 'gateway'

/** One attack, and how to see that it worked. */
export interface EscapeCase {
  readonly id: string
  readonly category: Category
  readonly attack: string
  /** What `https://good.test/atk/<id>` answers. A string is the body of a page. */
  readonly page?: string | Answer
  /** What is answered below that, by the rest of the path. */
  readonly parts?: Readonly<Record<string, Answer>>
  /** What the granted write, `POST /search`, answers when the case's id is in it. */
  readonly search?: Answer
  /** What the case's own host outside answers. */
  readonly outside?: Answer
  /** Shown by itself, as the page; otherwise beside others, in a frame of one. */
  readonly alone?: boolean
  /** Run in the page with a user's activation, once it is there. */
  readonly gesture?: string
  /** What a person does: real clicks and keys. */
  readonly act?: (terminal: Terminal) => Promise<void>
  /** Run in the page at the end; what it answers is evidence. */
  readonly observe?: string
  /** Whether the attack worked. Left out: something arrived at the case's own host. */
  readonly fired?: (evidence: Evidence) => boolean
  /** Why it does not work even where nothing is closed, so that it proves nothing here. */
  readonly inert?: string
  /** Why it works on the kiosk all the same: what is known to be open, and by what it is bounded. */
  readonly open?: string
}

/** Whether a case has the page to itself. */
export function isAlone({ alone, gesture, act, observe }: EscapeCase): boolean {
  return alone === true || gesture !== undefined || act !== undefined || observe !== undefined
}
