import { printProgress, step } from '../print.mjs'
import { findMissingPackages, installPackages, machinePackages } from '../setup/debian-packages.mjs'
import { run as runProcess } from '../setup/process.mjs'

/** @param {readonly string[]} args */
export async function run(args) {
  if (process.getuid?.() !== 0) {
    printProgress('Only root can make a Debian to try the set-up on.')
    return 2
  }
  const missing = await findMissingPackages(machinePackages)
  if (missing.length > 0) await step(`Debian packages: ${missing.join(' ')}`, () => installPackages(missing))
  return runProcess('build/debian/testing/try-machine', args)
}
