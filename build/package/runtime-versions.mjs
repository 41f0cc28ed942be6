import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readMarker } from '../setup/runtime-marker.mjs'
import { capture } from '../setup/process.mjs'
import { parseJsonRecord } from '../setup/json.mjs'

/**
 * @typedef {object} Runtime
 * @property {string} version of Electron, as the runtime's folder says it
 * @property {boolean} isFallback
 * @property {ReadonlyMap<string, string>} inside what it brings along, by name
 */

/** What of a runtime is named in a bill of materials. The rest of what it lists are versions of interfaces. */
const named = new Set(['chrome', 'node', 'v8', 'openssl', 'zlib', 'uv', 'ares', 'nghttp2', 'llhttp'])

/**
 * @param {string} dist the runtime's folder
 * @returns {Promise<Runtime>}
 */
export async function readRuntime(dist) {
  const inside = await versionsOf(path.join(dist, 'electron'), { ELECTRON_RUN_AS_NODE: '1' })
  const version = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  return { version, isFallback: readMarker(dist) !== undefined, inside }
}

/**
 * What a program that runs scripts as Node does says of its parts.
 *
 * @param {string} program
 * @param {NodeJS.ProcessEnv} [variables]
 * @returns {Promise<ReadonlyMap<string, string>>}
 */
export async function versionsOf(program, variables = {}) {
  const env = { ...process.env, ...variables }
  const text = await capture(program, ['-p', 'JSON.stringify(process.versions)'], { env })
  const all = Object.entries(parseJsonRecord(text)).map(
    ([name, version]) => /** @type {const} */ ([name, String(version)]),
  )
  return new Map(all.filter(([name]) => named.has(name)))
}
