import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseJsonRecord } from '../setup/json.mjs'
import { packagesAt } from './installed-packages.mjs'

/**
 * What built programs and pages carry inside. Scripts are told by their source maps, which name every file that something was
 * left of; type and pictures come as files of their own.
 */

/** Packages whose files are copied, and what of them lies in the built page where they are. */
const copied = [
  { place: 'node_modules/@fontsource-variable/atkinson-hyperlegible-next', sign: /\.woff2$/ },
  { place: 'node_modules/@iconify-json/fluent-emoji-flat', sign: /^pictures\// },
]

/** @param {readonly string[]} folders of built files with their source maps */
export function bundledPackages(folders) {
  const files = folders.flatMap(folder =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => ({ folder, file }))
      : [],
  )
  const fromMaps = files
    .filter(({ file }) => file.endsWith('.map'))
    .flatMap(({ folder, file }) => sourcesOf(readFileSync(path.join(folder, file), 'utf8')))
    .map(placeOfSource)
  const asFiles = copied.filter(({ sign }) => files.some(({ file }) => sign.test(file))).map(({ place }) => place)
  return packagesAt([...fromMaps.filter(place => place !== undefined), ...asFiles])
}

/** @param {string} map */
function sourcesOf(map) {
  const { sources } = parseJsonRecord(map)
  return Array.isArray(sources) ? sources.map(String) : []
}

/**
 * The package a source lies in, by its place from the project's top: two versions of one package may be inside.
 *
 * @param {string} source
 * @returns {string | undefined} `undefined` for one of our own, or one that the bundler made
 */
export function placeOfSource(source) {
  return /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/@][^/]*(?=\/)/.exec(source)?.[0]
}
