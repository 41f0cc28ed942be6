import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseJsonRecord } from '../setup/json.mjs'
import { topPackages } from './installed-packages.mjs'

/**
 * What the kiosk carries inside its built files. Scripts are told by their source maps, which name every file that something
 * was left of; type and pictures come as files of their own.
 */

/** Packages whose files are copied, and what of them lies in the built page where they are. */
const copied = [
  { name: '@fontsource-variable/atkinson-hyperlegible-next', sign: /\.woff2$/ },
  { name: '@iconify-json/fluent-emoji-flat', sign: /^pictures\// },
]

/** @param {readonly string[]} folders of built files with their source maps */
export function kioskPackages(folders) {
  const files = folders.flatMap(folder =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => ({ folder, file }))
      : [],
  )
  const fromMaps = files
    .filter(({ file }) => file.endsWith('.map'))
    .flatMap(({ folder, file }) => sourcesOf(readFileSync(path.join(folder, file), 'utf8')))
    .map(packageOfSource)
  const asFiles = copied.filter(({ sign }) => files.some(({ file }) => sign.test(file))).map(({ name }) => name)
  return topPackages([...new Set([...fromMaps.filter(name => name !== undefined), ...asFiles])])
}

/** @param {string} map */
function sourcesOf(map) {
  const { sources } = parseJsonRecord(map)
  return Array.isArray(sources) ? sources.map(String) : []
}

/**
 * The package a source lies in; `undefined` for one of our own, or one that the bundler made.
 *
 * @param {string} source
 * @returns {string | undefined}
 */
export function packageOfSource(source) {
  const [, name] = /^.*node_modules\/((?:@[^/]+\/)?[^/@][^/]*)\//.exec(source) ?? []
  return name
}
