import { createHash, sign } from 'node:crypto'
import { closeSync, openSync, readSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readTree } from '../setup/tree.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'

/**
 * Lists every file of an installation with the SHA-256 of each piece of it, signed: what the kiosk compares itself with
 * when it starts (`electron/lockdown/verify-installation.ts`). In pieces, so that a terminal with several processors reads
 * its one large file on all of them.
 */

const CHUNK_BYTES = 1024 * 1024
const manifestFile = 'resources/integrity.json'
const signatureFile = 'resources/integrity.json.sig'

/**
 * Writes the list and its signature into the installation. Whatever is put there or changed later is noticed.
 *
 * @param {string} root
 * @param {import('node:crypto').KeyObject} privateKey
 */
export function writeManifest(root, privateKey) {
  const own = new Set([manifestFile, signatureFile])
  const files = [...readTree(root)].filter(([file]) => !own.has(file)).map(([file, print]) => entry(root, file, print))
  const text = `${JSON.stringify({ version: 1, chunkBytes: CHUNK_BYTES, files })}\n`
  writeFileSync(path.join(root, manifestFile), text)
  writeFileSync(path.join(root, signatureFile), sign(null, Buffer.from(text), privateKey))
}

/** @type {(root: string, file: string, print: string) => { path: string, size: number, chunks: string[] }} */
function entry(root, file, print) {
  if (!print.startsWith('file')) throw new SetUpError(`${file} is a link: an installation has none.`)
  const place = path.join(root, file)
  return { path: file, size: statSync(place).size, chunks: hashChunks(place) }
}

/** @param {string} place */
function hashChunks(place) {
  const piece = Buffer.alloc(CHUNK_BYTES)
  const chunks = []
  const file = openSync(place, 'r')
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      chunks.push(createHash('sha256').update(piece.subarray(0, read)).digest('hex'))
    }
  } finally {
    closeSync(file)
  }
  return chunks
}
