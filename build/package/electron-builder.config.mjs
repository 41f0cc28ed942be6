import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseJsonRecord } from '../setup/json.mjs'
import { fuses } from './fuses.mjs'
import { refuseFallbackRuntime } from './refuse-fallback-runtime.mjs'

const electronDist = 'node_modules/electron/dist'

function pinnedElectron() {
  return String(parseJsonRecord(readFileSync('node_modules/electron/package.json', 'utf8'))['version'])
}

/**
 * The kiosk as it is shipped: what was built and nothing else, with every door of the runtime that it does not need shut.
 *
 * @type {import('electron-builder').Configuration}
 */
export default {
  appId: 'org.guichet.kiosk',
  productName: 'Guichet',
  directories: { output: 'dist/package' },
  files: ['dist/electron/**', 'dist/kiosk/**', 'package.json', '!node_modules/**', '!**/*.map'],
  asar: true,
  electronDist,
  npmRebuild: false,
  publish: null,
  linux: { target: ['deb'], category: 'Utility', maintainer: 'Guichet maintainers' },
  electronFuses: fuses,
  beforePack() {
    refuseFallbackRuntime(electronDist, pinnedElectron())
  },
  /** The runtime's folder is copied as it is: what stands for an application there would run in its place. */
  afterPack({ appOutDir }) {
    for (const file of ['resources/default_app.asar', 'version']) rmSync(path.join(appOutDir, file), { force: true })
  },
}
