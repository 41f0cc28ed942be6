import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:https'
import type { ClientRequest, IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import { loadServerTls } from './keys/server-identity.ts'
import { createTestDatabase, type TestDatabase } from './testing/create-test-database.ts'
import { createTestServer, type TestServer } from './testing/test-server.ts'

let own: TestDatabase
let server: TestServer
let folder: string
let ca: string

beforeAll(async () => {
  own = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'guichet-kept-'))
  const tls = await loadServerTls(folder, 'Valmont', ['127.0.0.1'], new Date())
  ca = tls.authorityPem
  server = createTestServer(own.database, { https: { key: tls.keyPem, cert: tls.certificatePem } })
  await server.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await server.close()
  await own.drop()
  await rm(folder, { recursive: true })
})

test('a connection is kept for longer than a terminal waits between two questions', async () => {
  const { port } = server.app.server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, ca })
  const ask = async (): Promise<[ClientRequest, IncomingMessage]> => {
    const asking = get({ agent, host: '127.0.0.1', port, path: terminalRoutes.probe })
    const [answer] = (await once(asking, 'response')) as [IncomingMessage]
    answer.resume()
    await once(answer, 'end')
    return [asking, answer]
  }
  const [first, { headers }] = await ask()
  const [second] = await ask()
  expect([first.reusedSocket, second.reusedSocket]).toEqual([false, true])
  expect(headers['keep-alive']).toBe('timeout=60')
  agent.destroy()
})
