import { buildNow } from '../bundle/ensure-built.mjs'
import { print, printProgress } from '../print.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'
import { countChecks } from './check.mjs'
import { countEndToEndTests } from './end-to-end-tests.mjs'
import { countEscapeTests } from './escape.mjs'
import { closingLine, isGreen, sum } from './tally.mjs'
import { countUnitTests } from './unit-tests.mjs'

/** @typedef {import('./tally.mjs').Tally} Tally */

/** @type {Tally} */
const oneFailure = { passed: 0, failed: 1, skipped: 0 }

/** One stage failing does not keep the next from being run: a person wants to know all of it at once. */
export async function run() {
  const tallies = [await stage('check', countChecks), await stage('unit tests', countUnitTests)]
  const build = await stage('build', async () => {
    await buildNow(process.cwd())
    return { passed: 0, failed: 0, skipped: 0 }
  })
  tallies.push(build)
  if (build.failed === 0) {
    tallies.push(await stage('end-to-end tests', countEndToEndTests))
    tallies.push(await stage('attacks', countEscapeTests))
  }
  const total = sum(tallies)
  print(closingLine(total))
  return isGreen(total) ? 0 : 1
}

/** @type {(name: string, work: () => Promise<Tally>) => Promise<Tally>} */
async function stage(name, work) {
  printProgress(`\n${name}`)
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    printProgress(error.message)
    return oneFailure
  }
}
