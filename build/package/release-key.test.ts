import { generateKeyPairSync } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { releaseKey } from './release-key.mjs'

const pem = (type: 'ed25519' | 'x25519') =>
  (type === 'ed25519' ? generateKeyPairSync(type) : generateKeyPairSync('x25519')).privateKey
    .export({ type: 'pkcs8', format: 'pem' })
    .toString()

test('a release without a key is refused', () => {
  const folder = temporaryFolder()
  expect(() => releaseKey({ file: undefined, folder, isRelease: true })).toThrow('GUICHET_RELEASE_KEY')
  expect(() => releaseKey({ file: '', folder, isRelease: true })).toThrow('GUICHET_RELEASE_KEY')
})

test('takes the key that is named', () => {
  const folder = temporaryFolder({ key: pem('ed25519') })
  const key = releaseKey({ file: path.join(folder, 'key'), folder, isRelease: true })
  expect(key).toMatchObject({ isThrowAway: false })
  expect(key.publicPem).toContain('PUBLIC KEY')
})

test('keeps its throw-away key, for this account alone', () => {
  const folder = temporaryFolder()
  const first = releaseKey({ file: undefined, folder, isRelease: false })
  expect(first.isThrowAway).toBe(true)
  expect(releaseKey({ file: undefined, folder, isRelease: false }).publicPem).toBe(first.publicPem)
  expect(statSync(path.join(folder, 'development-key.pem')).mode & 0o777).toBe(0o600)
})

test.each([
  ['is of another kind', pem('x25519'), 'no Ed25519 key'],
  ['is no key', 'hello', 'cannot be read'],
])('refuses a key that %s', (_name, text, said) => {
  const folder = temporaryFolder({ key: text })
  expect(() => releaseKey({ file: path.join(folder, 'key'), folder, isRelease: false })).toThrow(said)
})
