import type { Reached } from '#shared/doctor/terminal-facts.ts'
import { createSocket } from 'node:dgram'
import { getServers } from 'node:dns'
import { isIP } from 'node:net'
import { type Door, doorOf, isThisMachine, nameOf } from './reach.ts'
import { outcomeOf } from './reach-outcome.ts'

const DNS_PORT = 53
const MOST_RESOLVERS = 10

/** One question for the address of `example.org`, which is reserved for examples (RFC 2606). Asked by the doctor alone. */
const question = Buffer.concat([
  Buffer.from([0x47, 0x75, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]),
  Buffer.from('\u0007example\u0003org\u0000', 'latin1'),
  Buffer.from([0, 1, 0, 1]),
])

/** Asks each resolver of this machine for a name, were it only to be told that there is none. Never throws. */
export async function askForNames(
  timeoutMs: number,
  resolvers: readonly string[] = getServers(),
): Promise<readonly Reached[]> {
  return Promise.all(
    resolvers.slice(0, MOST_RESOLVERS).map(async resolver => {
      const door = isIP(resolver) === 0 ? doorOf(`dns://${resolver}`) : { host: resolver, port: DNS_PORT }
      const outcome = await ask(door, timeoutMs)
      // A port of this machine where nobody is: nothing went out.
      const isKept = outcome === 'refused' && isThisMachine(door.host)
      return { address: nameOf(door), outcome: isKept ? 'blocked' : outcome }
    }),
  )
}

function ask({ host, port }: Door, timeoutMs: number): Promise<Reached['outcome']> {
  return new Promise(resolve => {
    const socket = createSocket(isIP(host) === 6 ? 'udp6' : 'udp4')
    let isOver = false
    const end = (outcome: Reached['outcome']) => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      socket.close()
      resolve(outcome)
    }
    const timer = setTimeout(() => {
      end('silent')
    }, timeoutMs)
    socket.once('message', () => {
      end('answered')
    })
    socket.on('error', error => {
      end(outcomeOf(error))
    })
    socket.once('connect', () => {
      socket.send(question, error => {
        if (error !== null) end(outcomeOf(error))
      })
    })
    socket.connect(port, host)
  })
}
