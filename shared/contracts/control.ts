import { z } from 'zod'
import { MAX_SIGNED_LENGTH } from '../directive/state-document.ts'

/**
 * The control channel: `GET /terminal/v1/control` with `Upgrade: websocket` (RFC 6455) and the terminal's token, JSON text
 * messages as below. The terminal says `hello` first; the server then sends whatever the terminal lacks.
 */
const signed = z
  .string()
  .max(MAX_SIGNED_LENGTH)
  .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)
const version = z.int().min(0)

/** The longest a message may be, in bytes. */
export const CONTROL_MESSAGE_LIMIT = MAX_SIGNED_LENGTH + 1024

export const toServerSchema = z.discriminatedUnion('type', [
  /** What the terminal holds (0: nothing yet), and whom it believes. */
  z.strictObject({ type: z.literal('hello'), version, keyIds: z.array(z.string().max(64)).min(1).max(4) }),
  /** It is on the disk and in force. */
  z.strictObject({ type: z.literal('obeyed'), version }),
  /** A document was not obeyed. `reason` is a code of the terminal's. */
  z.strictObject({ type: z.literal('refused'), reason: z.string().regex(/^[a-z-]{1,40}$/) }),
  /** Asks for a lease. The nonce is random and used once. */
  z.strictObject({ type: z.literal('renew'), version, nonce: z.base64url().length(22) }),
  /** Answers `show`: the document it holds, as it was signed. */
  z.strictObject({ type: z.literal('held'), document: signed }),
])
export type ToServer = z.output<typeof toServerSchema>

export const toTerminalSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('state'), document: signed }),
  z.strictObject({ type: z.literal('lease'), grant: signed }),
  /** The server knows only older ones: it was restored from a copy, and goes on from what the terminal can prove. */
  z.strictObject({ type: z.literal('show') }),
])
export type ToTerminal = z.output<typeof toTerminalSchema>

/** How often the server pings, and how long either side hears nothing before it gives a connection up, in milliseconds. */
export const HEARTBEAT_MS = 20_000
export const SILENCE_MS = 50_000
