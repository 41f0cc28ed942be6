import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tool } from '../commands/tool.mjs'
import { capture } from '../setup/process.mjs'
import { packTar } from './archive.mjs'
import { bundledPackages } from './bundled-packages.mjs'
import { finishKiosk } from './finish-kiosk.mjs'
import { kioskSettings } from './kiosk-settings.mjs'
import { licenceFile, licenceTexts } from './licence-texts.mjs'
import { artefactName } from './make-stamp.mjs'
import { makeUpdate } from './make-update.mjs'
import { kioskParts, stageKiosk } from './stage-kiosk.mjs'

/**
 * @typedef {object} Packaging what both packages are made with
 * @property {import('./make-stamp.mjs').Stamp} stamp
 * @property {import('./release-key.mjs').ReleaseKey} key
 * @property {number} epoch seconds since 1970
 * @property {string} license
 * @property {string} work a folder for what lies between
 * @property {string} output where the packages go
 */

/** @type {Readonly<Partial<Record<NodeJS.Architecture, string>>>} */
export const debianArchitectures = { x64: 'amd64', arm64: 'arm64' }

/** @param {string} work */
const places = work => {
  const folder = path.join(work, 'kiosk')
  const made = path.join(folder, 'made')
  return {
    folder,
    app: path.join(folder, 'app'),
    made,
    root: path.join(made, 'linux-unpacked'),
    settings: path.join(folder, 'settings.json'),
  }
}

/** npm's packages in the kiosk. */
export function kioskPackages() {
  return bundledPackages(kioskParts.map(part => path.join('dist', part)))
}

/**
 * Makes the kiosk's installation with electron-builder: the folder as it lies on a terminal, listed and signed.
 *
 * @param {Packaging & { readonly dist: string }} packaging
 * @returns {Promise<string>} the folder
 */
export async function installKiosk({ stamp, key, epoch, license, work, dist }) {
  const { folder, app, made, root, settings } = places(work)
  rmSync(folder, { recursive: true, force: true })
  await stageKiosk(app, stamp, { license, epoch })
  writeFileSync(settings, JSON.stringify(kioskSettings({ app, output: made, dist, electron: stamp.electron }), null, 2))
  await electronBuilder(['--linux', 'dir', '--config', settings], epoch)
  // What a script can read: what the program says of itself lies in its archive.
  writeFileSync(path.join(root, 'resources/release'), `${stamp.release}\n`)
  writeFileSync(path.join(root, licenceFile), licenceTexts(kioskPackages()))
  await finishKiosk(root, key.privateKey, epoch)
  return root
}

/**
 * Packs the installation as a plain archive and as a Debian package. Other targets that electron-builder knows (`AppImage`)
 * are made by it where it can get its tools.
 *
 * @param {Packaging & { readonly targets: readonly string[] }} packaging
 */
export async function packKiosk({ stamp, key, epoch, work, output, targets }) {
  const { made, root, settings } = places(work)
  await packUpdate({ stamp, key, epoch, work, output })
  await electronBuilder(['--linux', 'deb', ...targets, '--prepackaged', root, '--config', settings], epoch)
  // Put there while the package was made; the signed list does not have it.
  rmSync(path.join(root, 'resources/apparmor-profile'), { force: true })
  const deb = artefactName('guichet-kiosk', stamp, `-${debianArchitectures[process.arch] ?? process.arch}.deb`)
  renameSync(path.join(made, 'guichet-kiosk.deb'), path.join(output, deb))
  for (const image of readdirSync(made).filter(name => name.endsWith('.AppImage'))) {
    renameSync(path.join(made, image), path.join(output, artefactName('guichet-kiosk', stamp, '.AppImage')))
  }
}

/**
 * Packs the installation as a plain archive, and as what brings it to terminals that run another version.
 *
 * @param {Pick<Packaging, 'stamp' | 'key' | 'epoch' | 'work' | 'output'>} packaging
 */
export async function packUpdate({ stamp, key, epoch, work, output }) {
  mkdirSync(output, { recursive: true })
  const archive = path.join(output, artefactName('guichet-kiosk', stamp, `-linux-${process.arch}.tar.gz`))
  await packTar(places(work).root, archive, { name: `guichet-${stamp.release}`, epoch })
  const update = path.join(output, artefactName('guichet-kiosk', stamp, `-linux-${process.arch}.guichet-update`))
  await makeUpdate({ archive, update, stamp, privateKey: key.privateKey, epoch })
}

/** @type {(args: readonly string[], epoch: number) => Promise<unknown>} */
async function electronBuilder(args, epoch) {
  const env = {
    ...process.env,
    CUSTOM_FPM_PATH: path.resolve('build/package/fpm-stand-in.mjs'),
    SOURCE_DATE_EPOCH: String(epoch),
  }
  return capture(...tool('electron-builder', [...args, '--publish', 'never']), { env })
}
