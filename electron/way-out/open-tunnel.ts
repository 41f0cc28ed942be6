import { GATEWAY_PROTOCOL, INMATE_HEADER } from '#shared/contracts/gateway.ts'
import type { InmateId } from '#shared/contracts/ids.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { Agent, request } from 'node:https'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** From asking to the gateway's answer. */
const ANSWER_TIMEOUT_MS = 5000
/** A tunnel whose other end is gone without a word is found out after a few of these. */
const KEEP_ALIVE_MS = 15_000

/** What the gateway says to a wish for a tunnel. `socket` is there where it was granted. */
export interface TunnelAnswer {
  readonly status: number
  readonly date: string | undefined
  readonly socket?: Duplex
}

export interface TunnelParts {
  readonly url: string
  /** The one authority this terminal believes, as on the line. */
  readonly authorityPem: string
  /** Proves who asks; asks once more where a fresh proof can make the difference. */
  readonly asTerminal: (ask: (token: string) => Promise<TunnelAnswer>) => Promise<TunnelAnswer>
  readonly answerTimeoutMs?: number
}

export type TunnelFor = (inmateId: InmateId, from: Socket) => Promise<void>

/**
 * Carries connections of the browser to the gateway, each in a TLS connection of its own, byte for byte and at the pace of
 * the slower side.
 *
 *  - TLS 1.3, to a server the pinned authority vouches for, whatever the environment says.
 *  - Where there is no tunnel the connection is closed. Nothing else is tried.
 */
export function createTunnels(parts: TunnelParts): TunnelFor {
  const { authorityPem: ca, asTerminal } = parts
  // Keeps TLS sessions, so that the next tunnel costs no signature; keeps no connection.
  const agent = new Agent({ ca, minVersion: 'TLSv1.3', rejectUnauthorized: true, keepAlive: false })
  return async (inmateId, from) => {
    try {
      const answer = await asTerminal(token => ask({ ...parts, agent }, { inmateId, token, from }))
      if (answer.socket === undefined) from.destroy()
      else join(from, answer.socket)
    } catch {
      from.destroy()
    }
  }
}

interface Asking {
  readonly inmateId: InmateId
  readonly token: string
  readonly from: Socket
}

function ask(parts: TunnelParts & { readonly agent: Agent }, { inmateId, token, from }: Asking): Promise<TunnelAnswer> {
  const { agent, answerTimeoutMs = ANSWER_TIMEOUT_MS } = parts
  const headers = {
    connection: 'Upgrade',
    upgrade: GATEWAY_PROTOCOL,
    authorization: `Bearer ${token}`,
    [INMATE_HEADER]: inmateId,
  }
  return new Promise((resolve, reject) => {
    const asking = request(new URL(terminalRoutes.gateway, parts.url), { agent, headers })
    const giveUp = () => void asking.destroy(new Error('no tunnel'))
    const timer = setTimeout(giveUp, answerTimeoutMs)
    from.once('close', giveUp)
    asking.once('close', () => {
      clearTimeout(timer)
      from.off('close', giveUp)
    })
    asking.once('error', reject)
    asking.once('response', ({ statusCode: status = 0, headers: { date } }) => {
      asking.destroy()
      resolve({ status, date })
    })
    asking.once('upgrade', ({ statusCode: status = 0, headers: { date, upgrade } }, socket, head) => {
      clearTimeout(timer)
      from.off('close', giveUp)
      if (status !== 101 || upgrade !== GATEWAY_PROTOCOL) {
        socket.destroy()
        resolve({ status: 0, date })
        return
      }
      socket.setKeepAlive(true, KEEP_ALIVE_MS)
      socket.setNoDelay(true)
      if (head.length > 0) socket.unshift(head)
      resolve({ status, date, socket })
    })
    asking.end()
  })
}

/** `pipe` stops reading on one side while the other is not written away. */
function join(from: Socket, to: Duplex): void {
  to.on('error', () => undefined)
  to.once('close', () => {
    from.destroySoon()
  })
  if (from.destroyed) {
    to.destroy()
    return
  }
  from.once('close', () => to.destroy())
  from.pipe(to)
  to.pipe(from)
}
