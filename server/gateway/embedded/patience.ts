import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

export interface PatienceLimits {
  /** From the end of what was answered last, or from the beginning, until a request's head is whole. */
  readonly headTimeoutMs: number
  /** From a request's head until its body is whole. */
  readonly bodyTimeoutMs: number
}

/**
 * Ends connections on which a request does not become whole in time, however often a byte of it comes. Node has such a clock
 * too, but starts it when a server listens, and connections are handed to this one.
 *
 *  - While an answer is under way no head is waited for.
 *  - `onSlow` is told of a body that does not come. Of a head nobody can say whether it was one, or a connection kept open.
 */
export function limitPatience(
  server: Server,
  { headTimeoutMs, bodyTimeoutMs }: PatienceLimits,
  onSlow: (socket: Duplex) => void,
): void {
  const waits = new WeakMap<Duplex, Wait>()
  server.on('connection', (socket: Duplex) => {
    const wait = createWait(() => socket.destroy(), headTimeoutMs)
    waits.set(socket, wait)
    socket.once('close', wait.stop)
  })
  const begin = (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request
    const wait = waits.get(socket)
    wait?.begin()
    const timer = setTimeout(() => {
      if (request.complete) return
      onSlow(socket)
      socket.destroy()
    }, bodyTimeoutMs)
    response.once('close', () => {
      clearTimeout(timer)
      wait?.end()
    })
  }
  for (const event of ['request', 'checkContinue', 'checkExpectation'] as const) server.on(event, begin)
  // What follows is no request of this server.
  server.on('connect', (_request, socket: Duplex) => waits.get(socket)?.stop())
}

interface Wait {
  readonly begin: () => void
  readonly end: () => void
  readonly stop: () => void
}

/** Waits for the next head while nothing is being answered. */
function createWait(giveUp: () => void, headTimeoutMs: number): Wait {
  let answering = 0
  let isOver = false
  let timer = setTimeout(giveUp, headTimeoutMs)
  return {
    begin: () => {
      answering += 1
      clearTimeout(timer)
    },
    end: () => {
      answering -= 1
      if (answering === 0 && !isOver) timer = setTimeout(giveUp, headTimeoutMs)
    },
    stop: () => {
      isOver = true
      clearTimeout(timer)
    },
  }
}
