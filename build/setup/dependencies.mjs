import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isRecord, parseJsonRecord } from './json.mjs'
import { capture } from './process.mjs'

/**
 * Whether what npm installed is what the lock asks for.
 *
 *  - Each package of the lock is there in its version and with its checksum, and no other is there.
 *  - An optional package may be missing: the ones for other systems always are.
 *
 * @param {string} lock text of `package-lock.json`
 * @param {string} installed text of `node_modules/.package-lock.json`, which npm writes when it is done
 */
export function dependenciesMatch(lock, installed) {
  const wanted = packagesOf(lock)
  const found = packagesOf(installed)
  wanted.delete('')
  for (const [place, { identity, isOptional }] of wanted) {
    const there = found.get(place)
    if (there === undefined ? !isOptional : there.identity !== identity) return false
  }
  return [...found.keys()].every(place => wanted.has(place))
}

/** @param {string} lock */
function packagesOf(lock) {
  const packages = parseJsonRecord(lock)['packages']
  return new Map(
    Object.entries(isRecord(packages) ? packages : {}).map(([place, description]) => {
      const { version, integrity, optional } = isRecord(description) ? description : {}
      return [place, { identity: `${String(version)} ${String(integrity)}`, isOptional: optional === true }]
    }),
  )
}

/** @param {string} folder holds `package-lock.json` */
export function areDependenciesInstalled(folder) {
  try {
    const read = (/** @type {string} */ file) => readFileSync(path.join(folder, file), 'utf8')
    return dependenciesMatch(read('package-lock.json'), read('node_modules/.package-lock.json'))
  } catch {
    // Nothing is installed, or npm was ended half-way: it writes its list last.
    return false
  }
}

/** What of `package.json` npm installs by; a change of the rest, a script say, leaves what is installed valid. */
const dependencyFields = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides']

/**
 * Names what npm would install for a checkout, and for which Node.
 *
 * @param {string} folder holds `package.json` and `package-lock.json`
 */
export function dependencyKey(folder) {
  const read = (/** @type {string} */ file) => readFileSync(path.join(folder, file), 'utf8')
  const description = parseJsonRecord(read('package.json'))
  const settings = existsSync(path.join(folder, '.npmrc')) ? read('.npmrc') : ''
  const parts = [process.versions.modules, read('package-lock.json'), settings]
  const wanted = dependencyFields.map(field => description[field])
  return createHash('sha256')
    .update(JSON.stringify([...parts, ...wanted]))
    .digest('hex')
    .slice(0, 16)
}

/**
 * Installs exactly what the lock says, without running any package's scripts.
 *
 * @param {string} folder holds `package.json` and `package-lock.json`
 */
export async function installDependencies(folder) {
  const env = npmEnvironment(process.env)
  await capture('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env })
}

/**
 * The environment for an npm that works in another folder: what an outer `npm test` says of its own package is left out.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment(env) {
  const aboutOuterRun = /^(npm_package_|npm_lifecycle_|npm_command$|npm_config_local_prefix$|INIT_CWD$)/
  return Object.fromEntries(Object.entries(env).filter(([variable]) => !aboutOuterRun.test(variable)))
}
