import { GATEWAY_PROTOCOL } from '#shared/contracts/gateway.ts'
import { inmateIdSchema } from '#shared/contracts/ids.ts'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { createThrowAwayAuthority, startThrowAwayServer } from '../testing/throw-away-server.ts'
import { createTunnels } from './open-tunnel.ts'
import { startRelay } from './relay.ts'
import { createWayOut } from './way-out.ts'

type Door = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

const inmateId = inmateIdSchema.parse('1b2d4c1e-77aa-4f60-8e42-0a7be0c0de03')
const granted = `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ${GATEWAY_PROTOCOL}\r\n\r\n`
const closers: (() => unknown)[] = []

afterEach(async () => {
  await Promise.all(closers.splice(0).map(close => close()))
})

/** A gateway behind real TLS, and a terminal with a visit open in it. */
async function gateway(door: Door, changes: { authorityPem?: string; answerTimeoutMs?: number } = {}) {
  const authority = await createThrowAwayAuthority()
  const server = await startThrowAwayServer(await authority.issue(), (_request, response) => response.end('a page'))
  const tunnels: Duplex[] = []
  const asked: IncomingMessage[] = []
  server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    asked.push(request)
    tunnels.push(socket)
    socket.on('error', () => undefined)
    door(request, socket, head)
  })
  const relay = await startRelay()
  const tunnelFor = createTunnels({
    url: server.url,
    authorityPem: authority.certificatePem,
    asTerminal: ask => ask('the-token'),
    ...changes,
  })
  const wayOut = createWayOut(relay, async () => tunnelFor)
  wayOut.open(inmateId)
  closers.push(() => {
    wayOut.close()
    for (const tunnel of tunnels) tunnel.destroy()
    return server.close()
  })
  return { relay, wayOut, asked, tunnels, authority }
}

function browser(port: number) {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  const heard: Buffer[] = []
  socket.on('data', (bytes: Buffer) => heard.push(bytes))
  const closed = new Promise<void>(resolve => {
    socket.once('close', () => {
      resolve()
    })
  })
  return { socket, closed, heard: () => Buffer.concat(heard).toString() }
}

test('a connection is a tunnel for who is signed in, proved by the terminal', async () => {
  const { relay, asked } = await gateway((_request, socket) => {
    socket.write(granted)
    socket.once('data', (bytes: Buffer) => socket.end(`answer to ${bytes.toString()}`))
  })
  const { socket, closed, heard } = browser(relay.port)
  socket.write('CONNECT a.example:443')
  await closed
  expect(heard()).toBe('answer to CONNECT a.example:443')
  expect(asked[0]?.url).toBe('/terminal/v1/gateway')
  expect(asked[0]?.headers).toMatchObject({
    connection: 'Upgrade',
    upgrade: GATEWAY_PROTOCOL,
    authorization: 'Bearer the-token',
    'guichet-inmate': inmateId,
  })
})

test('what the gateway says together with its yes is not lost', async () => {
  const { relay } = await gateway((_request, socket) => socket.end(`${granted}at once`))
  const { closed, heard } = browser(relay.port)
  await closed
  expect(heard()).toBe('at once')
})

test.each<[string, Door]>([
  ['refuses', (_request, socket) => void socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')],
  ['hangs up', (_request, socket) => void socket.destroy()],
  [
    'changes to another protocol',
    (_request, socket) =>
      void socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nx'),
  ],
  ['never answers', () => undefined],
])('a connection is closed when the gateway %s', async (_name, door) => {
  const { relay } = await gateway(door, { answerTimeoutMs: 200 })
  const { socket, closed, heard } = browser(relay.port)
  socket.write('CONNECT a.example:443')
  await closed
  expect(heard()).toBe('')
})

test('no gateway but the one its authority vouches for is spoken to', async () => {
  const other = await createThrowAwayAuthority()
  const { relay, asked } = await gateway((_request, socket) => void socket.write(granted), {
    authorityPem: other.certificatePem,
  })
  await browser(relay.port).closed
  expect(asked).toEqual([])
})

test('the end of a visit ends its tunnels on both sides, and the next connection asks nobody', async () => {
  const { relay, wayOut, tunnels, asked } = await gateway((_request, socket) => void socket.write(`${granted}hello`))
  const one = browser(relay.port)
  await expect.poll(one.heard).toBe('hello')
  wayOut.close()
  await one.closed
  await expect.poll(() => tunnels[0]?.destroyed).toBe(true)
  await browser(relay.port).closed
  expect(asked).toHaveLength(1)
})

test('a browser that goes away takes its tunnel with it', async () => {
  const { relay, tunnels } = await gateway((_request, socket) => {
    socket.write(`${granted}hello`)
    socket.resume()
  })
  const one = browser(relay.port)
  await expect.poll(one.heard).toBe('hello')
  one.socket.destroy()
  await expect.poll(() => tunnels[0]?.destroyed).toBe(true)
})

test('a side that does not read holds the other up', async () => {
  const total = 64 * 1024 * 1024
  let written = 0
  const { relay } = await gateway((_request, socket) => {
    socket.write(granted)
    const block = Buffer.alloc(1024 * 1024)
    const more = () => {
      while (written < total) {
        written += block.length
        if (!socket.write(block)) return
      }
    }
    socket.on('drain', more)
    more()
  })
  const socket = connect(relay.port, '127.0.0.1')
  closers.push(() => socket.destroy())
  await once(socket, 'connect')
  socket.pause()
  let before = -1
  await expect
    .poll(
      () => {
        const isStill = written > 1024 * 1024 && written === before
        before = written
        return isStill
      },
      { interval: 300, timeout: 10_000 },
    )
    .toBe(true)
  expect(written).toBeLessThan(total / 2)
})
