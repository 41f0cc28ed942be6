import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { doorOf, forbiddenDoors, isThisMachine, knock, nameOf } from './reach.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function listening(): Promise<number> {
  const server = createServer(socket => socket.end()).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

test('a door that opens, and one where nobody is', async () => {
  const port = await listening()
  expect(await knock({ host: '127.0.0.1', port }, 1000)).toBe('answered')
  servers.splice(0).forEach(server => server.close())
  expect(await knock({ host: '127.0.0.1', port }, 1000)).toBe('refused')
})

test('a name is never asked for', async () => {
  expect(await knock({ host: 'example.org', port: 443 }, 1000)).toBe('no-way')
})

test('the server’s other ports and nobody’s addresses are forbidden, the gateway’s port is not', () => {
  const server = { host: '10.0.0.5', port: 7443 }
  const names = (gateway: typeof server) => forbiddenDoors(server, gateway).map(nameOf)
  expect(names(server)).toEqual(['192.0.2.1:443', '198.51.100.1:80', '203.0.113.1:53', '10.0.0.5:22', '10.0.0.5:7444'])
  expect(names({ host: '10.0.0.5', port: 7444 })).not.toContain('10.0.0.5:7444')
})

test.each(['127.0.0.1', 'localhost', '::1'])(
  'where the server is this machine (%s), nothing outside is tried',
  host => {
    expect(isThisMachine(host)).toBe(true)
    expect(forbiddenDoors({ host, port: 7443 }, { host, port: 7443 })).toEqual([])
  },
)

test.each([
  ['https://10.0.0.5:7443', { host: '10.0.0.5', port: 7443 }],
  ['https://10.0.0.5', { host: '10.0.0.5', port: 443 }],
  ['https://[fd00::5]:7443', { host: 'fd00::5', port: 7443 }],
])('the door of %s', (address, door) => {
  expect(doorOf(address)).toEqual(door)
})
