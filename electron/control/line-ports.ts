import type { Later } from './later.ts'
import type { Obedience } from './obedience.ts'

/** One connection to the prison. */
export interface ControlSocket {
  /** Never throws: what cannot be sent is lost, and the connection's end is told. */
  readonly send: (text: string) => void
  /** Ends at once, without waiting for the other side. */
  readonly end: () => void
}

/** What a connection tells, once it stands. */
export interface SocketEvents {
  /** Anything came, be it a ping: the other side is there. */
  readonly heard: () => void
  readonly message: (text: string) => void
  /** It is over. */
  readonly closed: () => void
}

/** `retryAfterMs`: the server asks to wait. `refused`: it does not know this terminal, or no longer. */
export type Dialled =
  | { readonly status: 'open'; readonly socket: ControlSocket }
  | { readonly status: 'refused' }
  | { readonly status: 'unreachable'; readonly retryAfterMs: number | null }

/** Opens a connection as this terminal. Never rejects, and does not wait for ever. */
export type Dial = (events: SocketEvents) => Promise<Dialled>

export type LineEvent =
  | { readonly kind: 'connected' | 'lost' | 'refused' | 'unreachable' }
  /** Something came that this terminal does not believe. `reason` is a code. */
  | { readonly kind: 'disbelieved'; readonly reason: string }

export interface ControlLineParts {
  readonly dial: Dial
  readonly obedience: Obedience
  readonly later: Later
  /** How long the machine has been on. */
  readonly uptimeMs: () => number
  /** Yields [0, 1). */
  readonly random: () => number
  /** 22 characters of base64url that nobody can guess. */
  readonly newNonce: () => string
  readonly onEvent: (event: LineEvent) => void
  /** Something failed that cannot fail. */
  readonly onFault: (error: unknown) => void
}
