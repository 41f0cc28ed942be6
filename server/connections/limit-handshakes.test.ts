import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import { connect as connectTcp, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadServerTls } from '../keys/server-identity.ts'
import { type HandshakeLimits, limitHandshakes } from './limit-handshakes.ts'

let folder: string
let server: Server
let ca: string
let port: number
let clients: Socket[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-handshakes-'))
  const tls = await loadServerTls(folder, 'Valmont', ['127.0.0.1'], new Date())
  ca = tls.authorityPem
  clients = []
  server = createServer({ key: tls.keyPem, cert: tls.certificatePem })
})
afterEach(async () => {
  for (const client of clients) client.destroy()
  server.close()
  server.closeAllConnections()
  await rm(folder, { recursive: true })
})

async function listen(limits: HandshakeLimits): Promise<void> {
  limitHandshakes(server, limits)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
}

/** Connects and says nothing. Loopback addresses are different ones to the server. */
async function beginOnly(localAddress = '127.0.0.1'): Promise<Socket> {
  const taken = once(server, 'connection')
  const socket = connectTcp({ host: '127.0.0.1', port, localAddress })
  socket.on('error', () => undefined)
  clients.push(socket)
  await taken
  return socket
}

async function shakeHands(localAddress = '127.0.0.1'): Promise<'through' | 'turned away'> {
  const options = { host: '127.0.0.1', port, ca, localAddress }
  const socket: TLSSocket = connectTls(options)
  clients.push(socket)
  return once(socket, 'secureConnect').then(
    () => 'through',
    () => 'turned away',
  )
}

test('who comes while too many are shaking hands is turned away at once, and gets through once one of them is gone', async () => {
  await listen({ most: 2, mostOfOne: 2 })
  const first = await beginOnly('127.0.0.2')
  await beginOnly('127.0.0.3')
  expect(await shakeHands()).toBe('turned away')
  first.destroy()
  await expect.poll(() => shakeHands()).toBe('through')
})

test('connections that say nothing keep nobody out who comes from elsewhere', async () => {
  await listen({ most: 10, mostOfOne: 2 })
  await beginOnly('127.0.0.2')
  await beginOnly('127.0.0.2')
  expect([await shakeHands('127.0.0.2'), await shakeHands('127.0.0.3')]).toEqual(['turned away', 'through'])
})

test('nor do those of several addresses together: the one with most makes room', async () => {
  await listen({ most: 4, mostOfOne: 2 })
  for (const address of ['127.0.0.2', '127.0.0.2', '127.0.0.3', '127.0.0.3']) await beginOnly(address)
  expect([await shakeHands('127.0.0.4'), await shakeHands('127.0.0.5')]).toEqual(['through', 'through'])
})

test('who has shaken hands counts no more: any number may be connected', async () => {
  await listen({ most: 1, mostOfOne: 1 })
  for (let times = 0; times < 3; times += 1) {
    const taken = once(server, 'secureConnection')
    expect(await shakeHands()).toBe('through')
    await taken
  }
})
