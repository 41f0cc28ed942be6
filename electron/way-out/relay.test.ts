import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { startRelay, type Relay } from './relay.ts'

const relays: Relay[] = []
afterEach(() => {
  for (const relay of relays.splice(0)) relay.close()
})

async function start(mostConnections?: number) {
  const relay = await startRelay(mostConnections)
  relays.push(relay)
  return relay
}

/** What a browser does, and what it gets until the connection ends. */
async function say(relay: Relay, words: string): Promise<string> {
  const socket = connect(relay.port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text))
  socket.on('error', () => undefined)
  socket.write(words)
  await closeOf(socket)
  return heard
}

test('is closed from the start: nobody is asked for a connection', async () => {
  expect(await say(await start(), 'GET http://a.example/ HTTP/1.1\r\n\r\n')).toBe('')
})

test('hands a connection over with every byte still unread', async () => {
  const relay = await start()
  relay.open(from => {
    from.once('data', (bytes: Buffer) => from.end(`heard ${bytes.toString()}`))
    from.resume()
  })
  expect(await say(relay, 'CONNECT a.example:443')).toBe('heard CONNECT a.example:443')
})

test('ends what is under way when it closes, and takes nothing more', async () => {
  const relay = await start()
  const taken: Socket[] = []
  relay.open(from => taken.push(from))
  const under = say(relay, 'x')
  await expect.poll(() => taken.length).toBe(1)
  relay.close()
  relay.close()
  expect(await under).toBe('')
  expect(await say(relay, 'y')).toBe('')
  expect(taken).toHaveLength(1)
})

test('takes a bounded number at once, and the next when one is over', async () => {
  const relay = await start(1)
  const taken: Socket[] = []
  relay.open(from => taken.push(from))
  const first = say(relay, 'x')
  await expect.poll(() => taken.length).toBe(1)
  expect(await say(relay, 'y')).toBe('')
  expect(taken).toHaveLength(1)
  taken[0]?.destroy()
  await first
  void say(relay, 'z')
  await expect.poll(() => taken.length).toBe(2)
})

function closeOf(socket: Socket): Promise<void> {
  return new Promise(resolve => {
    socket.once('close', () => {
      resolve()
    })
  })
}
