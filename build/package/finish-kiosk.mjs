import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { markerName } from '../setup/runtime-marker.mjs'
import { setTimes } from './archive.mjs'
import { writeManifest } from './integrity-manifest.mjs'

/**
 * What the runtime's folder brings and a kiosk has no use for. What stands for an application there would run in its place;
 * the set-user-ID helper is for systems whose users may not have namespaces of their own; nothing sends crash reports.
 */
const needless = ['resources/default_app.asar', 'version', markerName, 'chrome-sandbox', 'chrome_crashpad_handler']

/** Nine megabytes that nobody reads and every start would. */
const licences = 'LICENSES.chromium.html'

/**
 * Makes an installation of what electron-builder laid out: takes the needless out, then lists and signs what is left. From
 * here on nothing in it may change.
 *
 * @param {string} root
 * @param {import('node:crypto').KeyObject} privateKey
 * @param {number} epoch seconds since 1970
 */
export async function finishKiosk(root, privateKey, epoch) {
  for (const file of needless) rmSync(path.join(root, file), { force: true })
  const all = path.join(root, licences)
  // The header of what Node compresses has no name and no time in it.
  writeFileSync(`${all}.gz`, gzipSync(readFileSync(all), { level: 9 }))
  rmSync(all)
  chmodSync(path.join(root, 'kiosk'), 0o755)
  writeManifest(root, privateKey)
  await setTimes(root, epoch)
}
