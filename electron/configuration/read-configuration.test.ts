import { generateKeyPairSync } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleConfiguration, writeConfiguration } from '../testing/kiosk-configuration.ts'
import { readConfiguration } from './read-configuration.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-configuration-'))
})
afterEach(() => rm(folder, { recursive: true }))

const invalid = { code: 'CONFIGURATION_INVALID' }

test('reads what enrolment wrote, and the key beside it', async () => {
  const written = sampleConfiguration()
  const { configuration, privateKey } = await readConfiguration(await writeConfiguration(folder, written))
  expect(configuration).toEqual(written)
  expect(privateKey.asymmetricKeyType).toBe('ed25519')
})

test.each([
  ['that is not JSON', '{'],
  ['of a later version', { ...sampleConfiguration(), version: 2 }],
  ['with a field it does not know', { ...sampleConfiguration(), gateway: 'x' }],
  ['without a prison', { ...sampleConfiguration(), prison: undefined }],
  ['that speaks to a server without TLS', withServer({ url: 'http://127.0.0.1' })],
  ['that pins no receipt key', withServer({ receiptKeys: [] })],
])('refuses a configuration %s', async (_name, written) => {
  await expect(readConfiguration(await writeConfiguration(folder, written))).rejects.toMatchObject(invalid)
})

function withServer(changes: object): object {
  const configuration = sampleConfiguration()
  return { ...configuration, server: { ...(configuration['server'] as object), ...changes } }
}

test('a configuration that is not there is told from one that cannot be used', async () => {
  const missing = { code: 'CONFIGURATION_MISSING' }
  await expect(readConfiguration(path.join(folder, 'kiosk.json'))).rejects.toMatchObject(missing)
  await expect(readConfiguration(path.join(folder, 'none', 'kiosk.json'))).rejects.toMatchObject(missing)
})

test('a configuration that is something else than a file is not one that is missing', async () => {
  await mkdir(path.join(folder, 'folder.json'))
  await symlink(path.join(folder, 'nowhere'), path.join(folder, 'link.json'))
  for (const name of ['folder.json', 'link.json']) {
    await expect(readConfiguration(path.join(folder, name))).rejects.toMatchObject(invalid)
  }
})

test.each([
  ['is not there', undefined],
  ['is not a key', 'secret'],
  ['is of another kind', generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
])('refuses a terminal whose key %s', async (_name, pem) => {
  const file = await writeConfiguration(folder, sampleConfiguration(), pem)
  if (pem === undefined) await rm(path.join(folder, 'terminal.pem'))
  await expect(readConfiguration(file)).rejects.toMatchObject(invalid)
})
