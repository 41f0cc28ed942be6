import { sign } from 'node:crypto'
import { linkSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseJsonRecord } from '../setup/json.mjs'
import { capture } from '../setup/process.mjs'
import { sha256 } from './checksums.mjs'

const factsFile = new URL('../../shared/update/release-facts.json', import.meta.url)

/**
 * @typedef {object} UpdateOrder
 * @property {string} archive the program as it is shipped, `.tar.gz`
 * @property {string} update the file to make
 * @property {Pick<import('./make-stamp.mjs').Stamp, 'release' | 'builtAt'>} stamp
 * @property {import('node:crypto').KeyObject} privateKey Ed25519
 * @property {number} epoch seconds since 1970
 * @property {{ readonly follows?: string, readonly floor?: string }} [range] other than what the release says, for trying things out
 */

/**
 * Makes the file that updates terminals: a signed manifest, and the archive it speaks of. The other side is
 * `shared/update/update-manifest.ts`, and the script that reads it on a terminal `apply-update`.
 *
 * Held by "an update is read back by the schema and believed by openssl".
 *
 * @param {UpdateOrder} order
 */
export async function makeUpdate({ archive, update, stamp, privateKey, epoch, range }) {
  const { formats, ...facts } = parseJsonRecord(readFileSync(factsFile, 'utf8'))
  const manifest = {
    format: 1,
    purpose: 'guichet-kiosk-update',
    version: stamp.release,
    architecture: process.arch,
    builtAt: stamp.builtAt,
    follows: range?.follows ?? facts['follows'],
    // Once this one was confirmed nothing older is installed any more, whatever a kiosk says it runs.
    floor: range?.floor ?? stamp.release,
    sha256: await sha256(archive),
    size: statSync(archive).size,
    ...(typeof formats === 'object' && formats),
  }
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  // Beside the archive: it is linked there, not copied.
  const folder = mkdtempSync(path.join(path.dirname(archive), '.update-'))
  try {
    writeFileSync(path.join(folder, 'manifest.json'), text)
    writeFileSync(path.join(folder, 'manifest.sig'), sign(null, text, privateKey))
    linkSync(archive, path.join(folder, 'kiosk.tar.gz'))
    await packMembers(folder, update, epoch)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** In this order: whoever reads it has the manifest first. @type {(folder: string, update: string, epoch: number) => Promise<unknown>} */
function packMembers(folder, update, epoch) {
  const members = ['manifest.json', 'manifest.sig', 'kiosk.tar.gz']
  const sameEachTime = [
    `--mtime=@${epoch}`,
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--mode=644',
    '--format=ustar',
  ]
  return capture('tar', [...sameEachTime, `--directory=${folder}`, '--create', `--file=${update}`, ...members])
}
