import { createHash, generateKeyPairSync, verify } from 'node:crypto'
import { readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { writeManifest } from './integrity-manifest.mjs'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')

test('lists every file by its pieces, and signs the list', () => {
  const large = 'x'.repeat(1024 * 1024 + 1)
  const root = temporaryFolder({ kiosk: large, 'resources/app.asar': 'scripts' })
  writeManifest(root, privateKey)
  const text = readFileSync(path.join(root, 'resources/integrity.json'))
  expect(verify(null, text, publicKey, readFileSync(path.join(root, 'resources/integrity.json.sig')))).toBe(true)
  const print = (content: string) => createHash('sha256').update(content).digest('hex')
  expect(JSON.parse(text.toString())).toEqual({
    version: 1,
    chunkBytes: 1024 * 1024,
    files: [
      { path: 'kiosk', size: large.length, chunks: [print(large.slice(1)), print('x')] },
      { path: 'resources/app.asar', size: 7, chunks: [print('scripts')] },
    ],
  })
})

test('made again, it says the same', () => {
  const root = temporaryFolder({ 'resources/app.asar': 'scripts' })
  const made = () => {
    writeManifest(root, privateKey)
    return readFileSync(path.join(root, 'resources/integrity.json'), 'utf8')
  }
  expect(made()).toBe(made())
})

test('refuses an installation with a link in it', () => {
  const root = temporaryFolder({ 'resources/app.asar': 'scripts' })
  symlinkSync('/bin/true', path.join(root, 'kiosk'))
  expect(() => {
    writeManifest(root, privateKey)
  }).toThrow('is a link')
})
