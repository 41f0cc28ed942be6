import { CONTROL_MESSAGE_LIMIT } from '#shared/contracts/control.ts'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { createThrowAwayAuthority, startThrowAwayServer } from '../testing/throw-away-server.ts'
import { createDialControl, type DialParts } from './dial-control.ts'

type Door = (socket: Duplex, accept: () => void) => void

const closers: (() => unknown)[] = []

afterEach(async () => {
  await Promise.all(closers.splice(0).map(close => close()))
})

/** A server behind real TLS, and a terminal that dials it. `door` lets in, unless it says otherwise. */
async function prison(
  door: Door = (_socket, accept) => {
    accept()
  },
  changes: Partial<DialParts> = {},
) {
  const authority = await createThrowAwayAuthority()
  const server = await startThrowAwayServer(await authority.issue(), (_request, response) => response.end('a page'))
  const acceptor = new WebSocketServer({ noServer: true })
  const sockets: WebSocket[] = []
  const asked: IncomingMessage[] = []
  const raw: Duplex[] = []
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    asked.push(request)
    raw.push(socket)
    socket.on('error', () => undefined)
    door(socket, () => {
      acceptor.handleUpgrade(request, socket, head, webSocket => sockets.push(webSocket))
    })
  })
  closers.push(() => {
    for (const socket of raw) socket.destroy()
    return server.close()
  })
  const told: string[] = []
  const dial = createDialControl({
    url: server.url,
    authorityPem: authority.certificatePem,
    asTerminal: ask => ask('the-token'),
    nowMs: Date.now,
    ...changes,
  })
  const events = {
    heard: () => told.push('heard'),
    message: (text: string) => told.push(text),
    closed: () => told.push('closed'),
  }
  return { dial: () => dial(events), told, asked, sockets }
}

test('opens a channel with the terminal’s token, and carries text both ways', async () => {
  const { dial, told, asked, sockets } = await prison()
  const dialled = await dial()
  if (dialled.status !== 'open') throw new Error(dialled.status)
  expect(asked[0]?.url).toBe(terminalRoutes.control)
  expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer the-token' })
  expect(asked[0]?.headers['sec-websocket-extensions']).toBeUndefined()
  const heard: string[] = []
  sockets[0]?.on('message', (data: Buffer) => heard.push(data.toString()))
  dialled.socket.send('from the terminal')
  sockets[0]?.send('from the prison')
  await expect.poll(() => [...heard, ...told]).toEqual(['from the terminal', 'heard', 'from the prison'])
})

test('hears a ping, and answers it', async () => {
  const { dial, told, sockets } = await prison()
  await dial()
  const answers: string[] = []
  sockets[0]?.on('pong', () => answers.push('pong'))
  sockets[0]?.ping()
  await expect.poll(() => [...answers, ...told]).toEqual(['pong', 'heard'])
})

test.each([
  [
    'one that ends',
    socket => {
      socket.close()
    },
  ],
  [
    'one that breaks',
    socket => {
      socket.terminate()
    },
  ],
  [
    'one that sends what is not text',
    socket => {
      socket.send(Buffer.from([1]))
    },
  ],
  [
    'one that sends too much',
    socket => {
      socket.send('x'.repeat(CONTROL_MESSAGE_LIMIT + 1))
    },
  ],
] satisfies [string, (socket: WebSocket) => void][])('tells the end of %s', async (_name, end) => {
  const { dial, told, sockets } = await prison()
  await dial()
  await expect.poll(() => sockets).toHaveLength(1)
  if (sockets[0] !== undefined) end(sockets[0])
  await expect.poll(() => told.at(-1)).toBe('closed')
  expect(told.filter(text => text !== 'heard')).toEqual(['closed'])
})

test('what is sent after the end is lost, and breaks nothing', async () => {
  const { dial, told, sockets } = await prison()
  const dialled = await dial()
  await expect.poll(() => sockets).toHaveLength(1)
  sockets[0]?.terminate()
  await expect.poll(() => told).toContain('closed')
  if (dialled.status !== 'open') throw new Error(dialled.status)
  dialled.socket.send('late')
  dialled.socket.end()
  expect(told).toEqual(['closed'])
})

const answers =
  (head: string): Door =>
  socket => {
    socket.end(`HTTP/1.1 ${head}\r\nContent-Length: 0\r\n\r\n`)
  }

test.each([
  ['a terminal it does not know', answers('401 Unauthorized'), { status: 'refused' }],
  ['one it takes back', answers('403 Forbidden'), { status: 'refused' }],
  ['one that it has no time for', answers('503 Busy\r\nRetry-After: 7'), { status: 'unreachable', retryAfterMs: 7000 }],
  ['one that it sends elsewhere', answers('302 Found\r\nLocation: /'), { status: 'unreachable', retryAfterMs: null }],
  [
    'one that it hangs up on',
    socket => {
      socket.destroy()
    },
    { status: 'unreachable', retryAfterMs: null },
  ],
  ['one that it never answers', () => undefined, { status: 'unreachable', retryAfterMs: null }],
] satisfies [string, Door, object][])('says what a server says to %s', async (_name, door, expected) => {
  const { dial } = await prison(door, { answerTimeoutMs: 300 })
  expect(await dial()).toEqual(expected)
})

test('believes no server that the pinned authority does not vouch for', async () => {
  const stranger = await createThrowAwayAuthority()
  const { dial, asked } = await prison(undefined, { authorityPem: stranger.certificatePem })
  expect(await dial()).toEqual({ status: 'unreachable', retryAfterMs: null })
  expect(asked).toEqual([])
})
