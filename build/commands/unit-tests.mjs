import { run as runProcess } from '../setup/process.mjs'
import { readVitestReport, tallyOf } from './tally.mjs'
import { tool } from './tool.mjs'

const report = '.guichet/unit-tests.json'

/**
 * The settings are read without being written out first: their usual place, `node_modules`, may be another account's.
 *
 * @param {readonly string[]} args
 */
export async function run(args) {
  return runProcess(...tool('vitest', ['run', '--configLoader=runner', ...args]))
}

/** Runs them all and counts. @returns {Promise<import('./tally.mjs').Tally>} */
export async function countUnitTests() {
  return tallyOf(report, readVitestReport, () =>
    run(['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]),
  )
}
