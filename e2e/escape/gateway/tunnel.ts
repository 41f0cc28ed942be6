import { request } from 'node:https'
import type { Duplex } from 'node:stream'
import { GATEWAY_PROTOCOL, INMATE_HEADER } from '#shared/contracts/gateway.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { TerminalIdentity } from './terminal-identity.ts'
import { mintToken } from './terminal-token.ts'

/** Opens one tunnel to the gateway with a terminal's identity. Rejects where it is not granted. */
export function openTunnel({ configuration, privateKeyPem }: TerminalIdentity, inmateId: string): Promise<Duplex> {
  const { gateway, server, terminal, prison } = configuration
  const token = mintToken({ terminalId: terminal.id, prisonId: prison.id, privateKeyPem })
  return new Promise((resolve, reject) => {
    const asking = request(new URL(terminalRoutes.gateway, gateway.url), {
      ca: server.authorityPem,
      agent: false,
      headers: {
        connection: 'Upgrade',
        upgrade: GATEWAY_PROTOCOL,
        authorization: `Bearer ${token}`,
        [INMATE_HEADER]: inmateId,
      },
    })
    asking.once('error', reject)
    asking.once('response', ({ statusCode }) => {
      asking.destroy()
      reject(new Error(`the gateway answered ${statusCode ?? 0}`))
    })
    asking.once('upgrade', (_response, socket, head) => {
      if (head.length > 0) socket.unshift(head)
      resolve(socket)
    })
    asking.end()
  })
}
