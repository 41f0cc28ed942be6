import { lstatSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { capture } from '../setup/process.mjs'

/** @import { Part } from './sbom.mjs' */

/** @type {Readonly<Record<string, string>>} */
const licences = {
  boringssl: 'Apache-2.0',
  chromium: 'BSD-3-Clause',
  electron: 'MIT',
  node: 'MIT',
  openssl: 'Apache-2.0',
  postgresql: 'PostgreSQL',
  v8: 'BSD-3-Clause',
}

/** @type {(name: string, version: string) => Part} */
function part(name, version) {
  return { name, version, license: licences[name] ?? 'NOASSERTION' }
}

/**
 * What a runtime brings along. Chromium's OpenSSL is its own and has no version but Chromium's.
 *
 * @param {ReadonlyMap<string, string>} inside as the runtime lists it
 * @returns {readonly Part[]}
 */
export function runtimeParts(inside) {
  const chromium = inside.get('chrome')
  return [...inside].map(([name, version]) => {
    if (name === 'chrome') return part('chromium', version)
    return name === 'openssl' && chromium !== undefined ? part('boringssl', chromium) : part(name, version)
  })
}

/** @param {string} version */
export function electronPart(version) {
  return part('electron', version)
}

/**
 * The PostgreSQL of a folder, and the libraries that it brings along, by the version in their files' names.
 *
 * @param {string} native
 * @returns {Promise<readonly Part[]>}
 */
export async function postgresParts(native) {
  const said = await capture(path.join(native, 'bin/postgres'), ['--version'])
  const [, version = 'unknown'] = /([0-9][0-9.]*)\s*$/.exec(said.trim()) ?? []
  const folder = path.join(native, 'lib')
  const files = readdirSync(folder).filter(file => !lstatSync(path.join(folder, file)).isSymbolicLink())
  return [part('postgresql', version), ...libraryParts(files)]
}

/** PostgreSQL's own, of its version. */
const own = /^lib(?:ecpg|ecpg_compat|pgtypes|pq)$/

/** @param {readonly string[]} files @returns {readonly Part[]} */
export function libraryParts(files) {
  return files
    .toSorted()
    .map(file => /^(lib[^.]+)\.so\.([0-9.]+)$/.exec(file))
    .filter(match => match !== null)
    .filter(([, name = '']) => !own.test(name))
    .map(([, name = '', version = '']) => part(name, version))
}
