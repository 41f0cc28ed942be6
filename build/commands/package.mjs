import path from 'node:path'
import { buildNow } from '../bundle/ensure-built.mjs'
import { comparePackages } from '../package/compare-packages.mjs'
import { makeInstallation, makePackages, makeUpdateOnly, planPackages } from '../package/make-packages.mjs'
import { print } from '../print.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'

const output = 'dist/package'
const work = '.guichet/package'
const known = new Set(['--release', '--compare', '--appimage', '--unpacked', '--update'])

/**
 * Makes the packages of kiosk and server. `--release` refuses whatever must not be shipped, `--compare` makes them twice and
 * says what differs, `--appimage` also asks electron-builder for one, `--unpacked` makes only the kiosk's folder, `--update` only
 * its update.
 *
 * @param {readonly string[]} args
 */
export async function run(args) {
  const unknown = args.find(arg => !known.has(arg))
  if (unknown !== undefined) throw new SetUpError(`npm run package knows ${[...known].join(', ')}, not ${unknown}.`)
  const plan = await planPackages({ isRelease: args.includes('--release'), work, output })
  await buildNow(process.cwd())
  if (args.includes('--unpacked')) {
    await makeInstallation(work)
    return 0
  }
  if (args.includes('--update')) {
    await makeUpdateOnly(plan)
    print(`${plan.stamp.release}, in ${output}`)
    return 0
  }
  const targets = args.includes('--appimage') ? ['AppImage'] : []
  const once = path.join(work, 'once')
  const isCompared = args.includes('--compare')
  if (isCompared) {
    await makePackages({ ...plan, output: once }, targets)
    await buildNow(process.cwd())
  }
  await makePackages(plan, targets)
  const { release, isDevelopment } = plan.stamp
  print(`${release}${isDevelopment ? ', for development only' : ''}, in ${output}`)
  return isCompared ? comparePackages(once, output) : 0
}
