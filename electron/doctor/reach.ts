import type { ReachOutcome } from '#shared/doctor/terminal-facts.ts'
import { connect, isIP } from 'node:net'
import { outcomeOf } from './reach-outcome.ts'

/** Where to knock. */
export interface Door {
  readonly host: string
  readonly port: number
}

/** Connects, says nothing, and lets go. Never throws. */
export function knock({ host, port }: Door, timeoutMs: number): Promise<ReachOutcome> {
  return new Promise(resolve => {
    // An address only: a name would be asked for.
    if (isIP(host) === 0) {
      resolve('no-way')
      return
    }
    const socket = connect({ host, port })
    const end = (outcome: ReachOutcome) => {
      socket.destroy()
      resolve(outcome)
    }
    socket.setTimeout(timeoutMs, () => {
      // What came while this program had no time is heard first.
      setImmediate(() => {
        end('silent')
      })
    })
    socket.once('connect', () => {
      end('answered')
    })
    socket.once('error', error => {
      end(outcomeOf(error))
    })
  })
}

/** Nobody's addresses (RFC 5737): whoever answers there is no part of the prison. */
const nobodys: readonly Door[] = [
  { host: '192.0.2.1', port: 443 },
  { host: '198.51.100.1', port: 80 },
  { host: '203.0.113.1', port: 53 },
]

/**
 * What a terminal must not reach: addresses outside, and on the server's machine the ways in that are not for terminals, a
 * console and the wardens' page. Nothing where the server is this very machine: that is a bench.
 */
export function forbiddenDoors(server: Door, gateway: Door): readonly Door[] {
  if (isThisMachine(server.host)) return []
  const isGateway = (door: Door) => door.host === gateway.host && door.port === gateway.port
  const besides = [22, server.port + 1].map(port => ({ host: server.host, port }))
  return [...nobodys, ...besides.filter(door => !isGateway(door))]
}

export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

export function doorOf(address: string): Door {
  const url = new URL(address)
  return { host: url.hostname.replaceAll(/^\[|\]$/g, ''), port: url.port === '' ? 443 : Number(url.port) }
}

export const nameOf = ({ host, port }: Door): string => `${host}:${port}`
