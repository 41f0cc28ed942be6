import path from 'node:path'
import { playwright } from './playwright.mjs'
import { readPlaywrightReport, tallyOf } from './tally.mjs'

const config = 'e2e/playwright.config.ts'
const report = '.guichet/end-to-end-tests.json'

/** @param {readonly string[]} args */
export async function run(args) {
  return playwright(config, args)
}

/** Runs them all and counts. @returns {Promise<import('./tally.mjs').Tally>} */
export async function countEndToEndTests() {
  return tallyOf(report, readPlaywrightReport, () =>
    playwright(config, ['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: path.resolve(report) }),
  )
}
