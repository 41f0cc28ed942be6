import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import * as plainFiles from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { verifyInstallation } from './verify-installation.ts'

const CHUNK_BYTES = 8
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const files = { kiosk: 'a program of several pieces', 'resources/app.asar': 'scripts', 'locales/fr.pak': '' }

function installed(describe: (manifest: unknown) => unknown = manifest => manifest) {
  const root = mkdtempSync(path.join(tmpdir(), 'guichet-installation-'))
  onTestFinished(() => {
    rmSync(root, { recursive: true })
  })
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  const listed = Object.entries(files).map(([file, text]) => ({
    path: file,
    size: text.length,
    chunks: chunksOf(text),
  }))
  const text = JSON.stringify(describe({ version: 1, chunkBytes: CHUNK_BYTES, files: listed }))
  writeFileSync(path.join(root, 'resources/integrity.json'), text)
  writeFileSync(path.join(root, 'resources/integrity.json.sig'), sign(null, Buffer.from(text), privateKey))
  return root
}

function chunksOf(text: string): string[] {
  const pieces = text.match(/.{1,8}/gs) ?? []
  return pieces.map(piece => createHash('sha256').update(piece).digest('hex'))
}

const verified = (root: string) => verifyInstallation({ root, publicKey, files: plainFiles })

test('accepts what was packaged', async () => {
  await expect(verified(installed())).resolves.toBeUndefined()
})

test.each<[string, (root: string) => void]>([
  ['a changed byte', root => writeFileSync(path.join(root, 'kiosk'), 'a program of several Pieces')],
  ['a changed last piece', root => writeFileSync(path.join(root, 'kiosk'), 'a program of several pieceS')],
  ['a shorter file', root => truncateSync(path.join(root, 'kiosk'), 8)],
  ['a longer file', root => writeFileSync(path.join(root, 'kiosk'), '!', { flag: 'a' })],
  ['a file that was empty', root => writeFileSync(path.join(root, 'locales/fr.pak'), 'x')],
  ['a missing file', root => rmSync(path.join(root, 'resources/app.asar'))],
  ['an added library', root => writeFileSync(path.join(root, 'libextra.so'), 'x')],
  ['an added file below', root => writeFileSync(path.join(root, 'resources/default_app.asar'), 'x')],
  ['a link in place of a file', root => replaceByLink(path.join(root, 'kiosk'))],
  ['a list without its signature', root => rmSync(path.join(root, 'resources/integrity.json.sig'))],
  ['no list', root => rmSync(path.join(root, 'resources/integrity.json'))],
  ['a list with a space more', root => writeFileSync(path.join(root, 'resources/integrity.json'), ' ', { flag: 'a' })],
])('refuses %s', async (_name, change) => {
  const root = installed()
  change(root)
  await expect(verified(root)).rejects.toMatchObject({ code: 'INSTALLATION_CHANGED' })
})

test('refuses a list that somebody else signed', async () => {
  const other = generateKeyPairSync('ed25519').publicKey
  const root = installed()
  await expect(verifyInstallation({ root, publicKey: other, files: plainFiles })).rejects.toMatchObject({
    code: 'INSTALLATION_CHANGED',
  })
})

test.each<[string, (manifest: unknown) => unknown]>([
  ['another version', manifest => ({ ...(manifest as object), version: 2 })],
  ['no pieces', manifest => ({ ...(manifest as object), chunkBytes: 0 })],
  ['no files', () => ({ version: 1, chunkBytes: CHUNK_BYTES })],
  ['a file without pieces', () => ({ version: 1, chunkBytes: CHUNK_BYTES, files: [{ path: 'kiosk', size: 27 }] })],
])('refuses a signed list with %s', async (_name, describe) => {
  await expect(verified(installed(describe))).rejects.toMatchObject({ code: 'INSTALLATION_CHANGED' })
})

function replaceByLink(file: string): void {
  rmSync(file)
  symlinkSync('/bin/true', file)
}
