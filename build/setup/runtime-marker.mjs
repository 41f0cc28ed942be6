import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isMissing } from './tree.mjs'
import { parseJsonRecord } from './json.mjs'

/** Lies in the fallback runtime's folder, and nowhere else. Its presence is what a release build refuses. */
export const markerName = 'fallback-runtime.json'

/**
 * @typedef {object} Marker
 * @property {string} electron the version it really is
 * @property {string} source the registry package it was taken from
 * @property {string} integrity that package's checksum, as the registry writes it
 * @property {string} binary SHA-256 of the program, in hexadecimal
 * @property {string} recipe which way of making it this is
 */

/**
 * The marker of a runtime's folder, or `undefined` when it has none and so is no fallback.
 *
 * @param {string} folder
 * @returns {Marker | undefined}
 * @throws {Error} when there is a marker that cannot be read: it must not pass for a stock runtime
 */
export function readMarker(folder) {
  let text
  try {
    text = readFileSync(path.join(folder, markerName), 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
  const fields = parseJsonRecord(text)
  const field = (/** @type {keyof Marker} */ name) => {
    const value = fields[name]
    if (typeof value !== 'string') throw new TypeError(`${markerName} in ${folder} has no ${name}`)
    return value
  }
  return {
    electron: field('electron'),
    source: field('source'),
    integrity: field('integrity'),
    binary: field('binary'),
    recipe: field('recipe'),
  }
}
