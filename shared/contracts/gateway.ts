import { z } from 'zod'
import { inmateIdSchema } from './ids.ts'

/**
 * The wire between a terminal and the gateway: the terminal asks the prison server, over the line's TLS, to change the
 * protocol of a connection (RFC 9110 §7.8), and from the `101` on speaks to it as to an HTTP proxy.
 *
 *     GET /terminal/v1/gateway HTTP/1.1
 *     Connection: Upgrade
 *     Upgrade: guichet-gateway
 *     Authorization: Bearer <terminal token>
 *     Guichet-Inmate: <inmate id>
 *
 * One connection is one tunnel. Who it is for is said once, at its beginning, by the terminal and not by a page.
 */
export const GATEWAY_PROTOCOL = 'guichet-gateway'

/** Whose visit a tunnel is for: budgets are theirs. */
export const INMATE_HEADER = 'guichet-inmate'
export const inmateHeaderSchema = inmateIdSchema

/**
 * What the kiosk's gate knows of a request and the wire does not say, put into it when every header of a page was taken
 * out: Chromium's resource type, and the address of the page that causes it. The gateway takes them out again. Where they
 * are missing it goes by what the browser itself sends (`Sec-Fetch-Dest`, `Origin`, `Referer`).
 */
export const TYPE_HEADER = 'guichet-type'
export const INITIATOR_HEADER = 'guichet-initiator'

export const requestTypeSchema = z.string().regex(/^[A-Za-z]{1,20}$/)

/** Names the reason of a refusal to the kiosk, which explains it in the inmate's language. No site's answer carries it. */
export const REFUSED_HEADER = 'guichet-refused'
