import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, get } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadServerTls, loadWebAuthority, type ServerTls } from './server-identity.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const now = new Date()
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-tls-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

const load = (at = now, hosts = ['127.0.0.1', 'localhost']) => loadServerTls(folder, 'Valmont', hosts, at)

/** Asks a server with this identity for a page, trusting `ca` alone. */
async function answer(tls: ServerTls, ca: string, host: string): Promise<string> {
  const server = createServer({ cert: tls.certificatePem, key: tls.keyPem }, (_request, response) =>
    response.end('here'),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await new Promise((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      get({ host, port, ca, agent: false }, response =>
        response.on('data', data => {
          resolve(String(data))
        }),
      ).on('error', reject)
    })
  } finally {
    server.close()
  }
}

test('a terminal that pins the authority reaches the server by address and by name', async () => {
  const tls = await load()
  expect(await answer(tls, tls.authorityPem, '127.0.0.1')).toBe('here')
  expect(await answer(tls, tls.authorityPem, 'localhost')).toBe('here')
})

test('a server of another authority is not believed', async () => {
  const other = await mkdtemp(join(tmpdir(), 'guichet-tls-'))
  const foreign = await loadServerTls(other, 'Valmont', ['127.0.0.1'], now)
  const ours = await load()
  await expect(answer(foreign, ours.authorityPem, '127.0.0.1')).rejects.toThrow(/certificate/)
  await rm(other, { recursive: true })
})

test('is the same at the next start', async () => {
  expect(await load()).toEqual(await load())
})

test('gets another certificate, of the same authority, when it nears its end', async () => {
  const first = await load()
  const later = await load(new Date(now.getTime() + 350 * DAY_MS))
  expect(later.authorityPem).toBe(first.authorityPem)
  expect(later.certificatePem).not.toBe(first.certificatePem)
})

test('gets another certificate when the server is reached by another name', async () => {
  const first = await load()
  const renamed = await load(now, ['127.0.0.1', 'prison.example'])
  expect(renamed.authorityPem).toBe(first.authorityPem)
  expect(renamed.certificatePem).not.toBe(first.certificatePem)
})

test('a damaged authority is never replaced', async () => {
  await load()
  await writeFile(join(folder, 'authority.pem'), 'damaged')
  await expect(load()).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' })
})

test('who vouches for web sites cannot vouch for the server', async () => {
  const tls = await load()
  const web = await loadWebAuthority(folder, 'Valmont', now)
  expect(web).toEqual(await loadWebAuthority(folder, 'Valmont', now))
  await expect(answer(tls, web.certificatePem, '127.0.0.1')).rejects.toThrow(/certificate/)
})
