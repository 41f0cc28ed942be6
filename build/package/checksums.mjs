import { createHash, sign } from 'node:crypto'
import { createReadStream, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

const sums = 'SHA256SUMS'

/**
 * Writes what everything in a folder is to be checked by: `SHA256SUMS` as `sha256sum` reads it, the Ed25519 signature of
 * that file, and the public key. The key beside them serves convenience only: whoever checks has theirs from elsewhere.
 *
 * Held by the test "openssl and sha256sum notice a changed file".
 *
 * @param {string} folder
 * @param {import('./release-key.mjs').ReleaseKey} key
 */
export async function writeChecksums(folder, { privateKey, publicPem, isThrowAway }) {
  writeFileSync(path.join(folder, isThrowAway ? 'development-key.pub.pem' : 'release-key.pub.pem'), publicPem)
  const lines = []
  for (const name of readdirSync(folder).toSorted()) {
    if (!name.startsWith(sums)) lines.push(`${await sha256(path.join(folder, name))}  ${name}\n`)
  }
  const text = Buffer.from(lines.join(''))
  writeFileSync(path.join(folder, sums), text)
  writeFileSync(path.join(folder, `${sums}.sig`), sign(null, text, privateKey))
}

/** @param {string} file */
export async function sha256(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
