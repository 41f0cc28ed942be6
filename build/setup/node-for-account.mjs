import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { capture } from './process.mjs'

/**
 * A Node that the account can run. Root's own may lie in root's home, as version managers have it; then it is copied.
 *
 * @param {string} cache
 * @param {import('./account.mjs').Account} account
 * @returns {Promise<string>}
 */
export async function nodeForAccount(cache, { uid, gid }) {
  const runs = await capture(process.execPath, ['--version'], { uid, gid, cwd: '/' }).then(
    () => true,
    () => false,
  )
  if (runs) return process.execPath
  const place = path.join(cache, `node-${process.version}`, 'node')
  if (!existsSync(place)) {
    mkdirSync(path.dirname(place), { recursive: true })
    copyFileSync(process.execPath, `${place}.new`)
    renameSync(`${place}.new`, place)
  }
  return place
}
