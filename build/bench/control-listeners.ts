import { hrtime } from 'node:process'
import { createSecureContext, type TLSSocket } from 'node:tls'
import { must } from '#shared/errors/must.ts'
import type { z } from 'zod'
import { answerParent, listenersAskedSchema } from './control-messages.ts'
import { openSocket, speak, type Spoken } from './control-speech.ts'

/*
 * Thousands of connections that wait for a message, in a process of their own: TLS sockets and the least of a protocol, the
 * same for every peer. Each acknowledges as its protocol has it; what a terminal does before that is measured apart.
 */
const AT_ONCE = 32
/** Its request with a token, and its hello, in bytes. */
const AS_A_TERMINAL_SAYS = 900
const sockets: TLSSocket[] = []
const nothing = Buffer.alloc(0)
let arrivals: bigint[] = []
const acknowledgements: (() => unknown)[] = []
let ackVersion = 0
let onAll: (() => void) | undefined

type Asked = z.output<typeof listenersAskedSchema>

async function open(asked: Extract<Asked, { ask: 'open' }>): Promise<void> {
  const { speech, port, ca, secrets, keyId, version } = asked
  const secureContext = createSecureContext({ ca, minVersion: 'TLSv1.3' })
  ackVersion = version
  const left = secrets.values()
  const openSome = async (): Promise<void> => {
    for (const secret of left) {
      const socket = await openSocket(speech, port, secureContext)
      socket.setNoDelay(true)
      sockets.push(socket)
      if (speech === 'tls') socket.resume().write(Buffer.alloc(AS_A_TERMINAL_SAYS))
      else await follow(socket, speak(speech, { secret, keyId }))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, openSome))
}

function follow(socket: TLSSocket, spoken: Spoken): Promise<void> {
  return new Promise((resolve, reject) => {
    let bytes: Buffer = Buffer.alloc(0)
    let isGreeted = false
    socket.on('error', reject)
    socket.on('close', () => {
      reject(new Error('a connection ended'))
    })
    socket.on('data', (chunk: Buffer) => {
      bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk])
      if (!isGreeted) {
        const end = spoken.answerEnd(bytes)
        if (end === 0) return
        isGreeted = true
        bytes = bytes.subarray(end)
        socket.write(spoken.second)
        resolve()
      }
      for (let end = spoken.messageEnd(bytes); end > 0; end = spoken.messageEnd(bytes)) {
        const message = bytes.subarray(0, end)
        bytes = bytes.subarray(end)
        const reply = ackVersion === 0 ? nothing : spoken.reply(message, ackVersion)
        const say = () => reply.length > 0 && socket.write(reply)
        if (spoken.counts(message)) arrived(say)
        else say()
        if (bytes.length === 0) break
      }
    })
    socket.write(spoken.greeting)
  })
}

/** Real terminals acknowledge each on a processor of its own: here all do when the last has it, so that none delays another. */
function arrived(acknowledge: () => unknown): void {
  arrivals.push(hrtime.bigint())
  acknowledgements.push(acknowledge)
  if (arrivals.length < sockets.length) return
  for (const say of acknowledgements.splice(0)) say()
  onAll?.()
}

async function allArrived() {
  if (arrivals.length < sockets.length) {
    await new Promise<void>(resolve => {
      onAll = resolve
    })
  }
  const { length } = sockets
  const lastNs = must(arrivals[length - 1], 'a last one')
  return { lastNs, medianNs: must(arrivals[Math.floor((length - 1) / 2)], 'one in the middle') }
}

answerParent(listenersAskedSchema, async asked => {
  switch (asked.ask) {
    case 'open':
      return open(asked)
    case 'arm':
      arrivals = []
      onAll = undefined
      ackVersion = asked.version
      return
    case 'arrived':
      return allArrived()
    case 'stop':
      for (const socket of sockets) socket.destroy()
  }
})
