import path from 'node:path'
import { playwright } from './playwright.mjs'
import { readPlaywrightReport, tallyOf } from './tally.mjs'

const config = 'e2e/playwright.config.ts'

/** @param {readonly string[]} args */
export async function run(args) {
  return playwright(config, args)
}

/** Runs them all and counts. @returns {Promise<import('./tally.mjs').Tally>} */
export async function countEndToEndTests() {
  const report = path.resolve('.guichet/end-to-end-tests.json')
  return tallyOf(report, readPlaywrightReport, () =>
    playwright(config, ['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  )
}
