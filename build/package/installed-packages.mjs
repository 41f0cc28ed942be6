import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isRecord, parseJsonRecord } from '../setup/json.mjs'

/**
 * @typedef {object} InstalledPackage
 * @property {string} name
 * @property {string} version
 * @property {string} license as its author wrote it, `NOASSERTION` where there is nothing
 * @property {string} place from the project's top, `node_modules/...`
 * @property {string | undefined} integrity as the lock has it
 */

/**
 * The packages that built files import by name, and all that those depend on, as they are found from where they lie: what
 * has to be there when the files run, and nothing else.
 *
 * @param {string} folder holds the built files
 * @returns {readonly InstalledPackage[]} in the order of their places
 */
export function neededPackages(folder) {
  /** @type {Map<string, InstalledPackage>} */
  const found = new Map()
  const waiting = importedNames(folder).map(name => ({ name, from: '', isOptional: false }))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const place = locate(next.name, next.from)
    if (place === undefined) {
      if (next.isOptional) continue
      throw new Error(`${next.name}, which ${next.from === '' ? folder : next.from} needs, is not installed.`)
    }
    if (found.has(place)) continue
    const description = readDescription(place)
    found.set(place, describe(place, description))
    waiting.push(...dependenciesOf(description, place))
  }
  return [...found.values()].toSorted((a, b) => (a.place < b.place ? -1 : 1))
}

/**
 * The packages with these names at the top of `node_modules`.
 *
 * @param {readonly string[]} names
 * @returns {readonly InstalledPackage[]}
 */
export function topPackages(names) {
  return names.toSorted().map(name => describe(`node_modules/${name}`, readDescription(`node_modules/${name}`)))
}

/** @param {string} folder */
function importedNames(folder) {
  /** @type {Set<string>} */
  const names = new Set()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js')) continue
    const text = readFileSync(path.join(folder, file), 'utf8')
    for (const [, specifier = ''] of text.matchAll(/(?:^import |\bfrom |\bimport\()"([^"\n]+)"/gm)) {
      if (/^(?:[.#/]|node:)/.test(specifier)) continue
      names.add(packageName(specifier))
    }
  }
  return [...names]
}

/** @param {string} specifier */
export function packageName(specifier) {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

/** As Node looks: beside the one who asks, then further up. @type {(name: string, from: string) => string | undefined} */
function locate(name, from) {
  for (let above = from; ; above = above.slice(0, Math.max(0, above.lastIndexOf('/node_modules/')))) {
    const place = path.posix.join(above, 'node_modules', name)
    if (existsSync(path.join(place, 'package.json'))) return place
    if (above === '') return undefined
  }
}

/** @param {string} place */
function readDescription(place) {
  return parseJsonRecord(readFileSync(path.join(place, 'package.json'), 'utf8'))
}

/** @type {(description: Record<string, unknown>, from: string) => { name: string, from: string, isOptional: boolean }[]} */
function dependenciesOf(description, from) {
  const names = (/** @type {string} */ field) => {
    const record = description[field]
    return isRecord(record) ? Object.keys(record) : []
  }
  const needed = names('dependencies').map(name => ({ name, from, isOptional: false }))
  // A peer is named by who needs it and brought by who uses them both; one that is not there was not needed.
  const maybe = [...names('optionalDependencies'), ...names('peerDependencies')]
  const optional = new Set(names('optionalDependencies'))
  return [
    ...needed.filter(({ name }) => !optional.has(name)),
    ...maybe.filter(name => !isOnlyForTypes(name)).map(name => ({ name, from, isOptional: true })),
  ]
}

/** Peers that only a compiler uses. @param {string} name */
function isOnlyForTypes(name) {
  return name === 'typescript' || name.startsWith('@types/')
}

/** @type {(place: string, description: Record<string, unknown>) => InstalledPackage} */
function describe(place, { name, version, license }) {
  const entry = lockEntry(place)
  return {
    name: String(name),
    version: String(version),
    license: typeof license === 'string' ? license : 'NOASSERTION',
    place,
    integrity: typeof entry['integrity'] === 'string' ? entry['integrity'] : undefined,
  }
}

/** @type {Record<string, unknown> | undefined} */
let locked

/** @param {string} place */
function lockEntry(place) {
  if (locked === undefined) {
    const { packages } = parseJsonRecord(readFileSync('package-lock.json', 'utf8'))
    locked = isRecord(packages) ? packages : {}
  }
  const entry = locked[place]
  return isRecord(entry) ? entry : {}
}
