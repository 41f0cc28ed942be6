import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { print } from '../print.mjs'
import { sha256 } from './checksums.mjs'

/**
 * Says of each package whether two makings of it are the same to the last bit.
 *
 * @param {string} one
 * @param {string} other
 * @returns {Promise<number>} exit code, 1 when something differs
 */
export async function comparePackages(one, other) {
  let differing = 0
  for (const name of readdirSync(one).toSorted()) {
    const twin = path.join(other, name)
    const isSame = existsSync(twin) && (await sha256(path.join(one, name))) === (await sha256(twin))
    if (!isSame) differing += 1
    print(`${isSame ? 'same     ' : 'DIFFERENT'} ${name}`)
  }
  return differing === 0 ? 0 : 1
}
