import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type RawData, WebSocket } from 'ws'
import { type ToServer, type ToTerminal, toTerminalSchema } from '#shared/contracts/control.ts'
import type { PrisonId } from '#shared/contracts/ids.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { type TestTerminal, tokenOf, type TokenParts } from '../../testing/test-terminal.ts'
import { readUnchecked } from '../state/open-state.ts'

/** A terminal's end of the control channel, in a test's hand. */
export interface TestChannel {
  readonly webSocket: WebSocket
  /** All that came, in order. */
  readonly heard: readonly ToTerminal[]
  readonly say: (message: ToServer) => void
  /** The next message that has not been taken yet. */
  readonly next: () => Promise<ToTerminal>
  /** The code it was closed with. */
  readonly closed: Promise<number>
}

export interface ChannelWish {
  readonly url: string
  readonly terminal: TestTerminal
  readonly prisonId: PrisonId
  readonly token?: TokenParts
  readonly autoPong?: boolean
}

/** Opens a channel; rejects with the status where the server does not let it in. */
export async function openChannel({
  url,
  terminal,
  prisonId,
  token,
  autoPong = true,
}: ChannelWish): Promise<TestChannel> {
  const webSocket = new WebSocket(`${url.replace('http', 'ws')}${terminalRoutes.control}`, {
    headers: { authorization: `Bearer ${tokenOf(terminal, prisonId, new Date(), token)}` },
    perMessageDeflate: false,
    autoPong,
  })
  const heard: ToTerminal[] = []
  const waiting: ((message: ToTerminal) => void)[] = []
  let taken = 0
  webSocket.on('message', data => {
    const message = toTerminalSchema.parse(JSON.parse(textOf(data)))
    heard.push(message)
    const resolve = waiting.shift()
    if (resolve !== undefined) {
      taken += 1
      resolve(message)
    }
  })
  const closed = once(webSocket, 'close').then(([code]) => Number(code))
  await new Promise<void>((resolve, reject) => {
    webSocket.on('open', resolve)
    webSocket.on('unexpected-response', (_request, { statusCode }) => {
      reject(new Error(`answered ${statusCode}`))
    })
    webSocket.on('error', reject)
  })
  return {
    webSocket,
    heard,
    closed,
    say: message => {
      webSocket.send(JSON.stringify(message))
    },
    next: () => {
      const message = heard[taken]
      if (message === undefined) {
        return new Promise(resolve => {
          waiting.push(resolve)
        })
      }
      taken += 1
      return Promise.resolve(message)
    },
  }
}

function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString() : ''
}

export function newNonce(): string {
  return randomBytes(16).toString('base64url')
}

/** What an honest terminal keeps: it obeys whatever is above what it holds, and says so. */
export interface HonestTerminal {
  readonly channel: TestChannel
  readonly held: () => { readonly version: number; readonly jws: string | undefined }
  readonly leave: () => Promise<void>
}

export interface HonestWish extends ChannelWish {
  readonly holds?: { readonly version: number; readonly jws?: string | undefined }
  readonly keyIds: readonly string[]
}

export async function joinHonestly(wish: HonestWish): Promise<HonestTerminal> {
  const channel = await openChannel(wish)
  let held = { version: wish.holds?.version ?? 0, jws: wish.holds?.jws }
  channel.webSocket.on('message', data => {
    const message = toTerminalSchema.parse(JSON.parse(textOf(data)))
    if (message.type === 'show' && held.jws !== undefined) channel.say({ type: 'held', document: held.jws })
    if (message.type !== 'state') return
    const { version } = readUnchecked(message.document)
    if (version > held.version) held = { version, jws: message.document }
    channel.say({ type: 'obeyed', version: held.version })
  })
  channel.say({ type: 'hello', version: held.version, keyIds: [...wish.keyIds] })
  return {
    channel,
    held: () => held,
    leave: async () => {
      if (channel.webSocket.readyState === WebSocket.CLOSED) return
      const gone = once(channel.webSocket, 'close')
      channel.webSocket.close()
      await gone
    },
  }
}
