import { createPrivateKey } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { capture } from '../../setup/process.mjs'
import { packTar } from '../archive.mjs'
import { makeUpdate } from '../make-update.mjs'

/*
 * make-broken-update.mjs ARCHIVE KEY VERSION UPDATE
 *
 * Makes a signed update whose program will not start: of a kiosk's plain archive, with another version written into one of its
 * files, which its own list of files does not know of. KEY is the private half of the release key.
 */

const EPOCH = 1_767_225_600
const [archive = '', key = '', version = '', update = ''] = process.argv.slice(2)

const folder = mkdtempSync(path.join(path.dirname(update), 'broken-'))
try {
  const program = path.join(folder, 'program')
  await capture('mkdir', [program])
  await capture('tar', ['--extract', '--gzip', '--strip-components=1', `--file=${archive}`, `--directory=${program}`])
  writeFileSync(path.join(program, 'resources/release'), `${version}\n`)
  const broken = path.join(folder, 'kiosk.tar.gz')
  await packTar(program, broken, { name: `guichet-${version}`, epoch: EPOCH })
  const privateKey = createPrivateKey(readFileSync(key, 'utf8'))
  const stamp = { release: version, builtAt: new Date(EPOCH * 1000).toISOString() }
  await makeUpdate({ archive: broken, update, stamp, privateKey, epoch: EPOCH })
} finally {
  rmSync(folder, { recursive: true })
}
