import path from 'node:path'
import { ensurePackaged } from '../package/ensure-packaged.mjs'
import { playwright } from './playwright.mjs'
import { readPlaywrightReport, tallyOf } from './tally.mjs'

const config = 'e2e/playwright.config.ts'

/** @param {readonly string[]} args */
export async function run(args) {
  if (args.every(arg => arg.startsWith('-')) || args.some(arg => arg.includes('packaged'))) await ensurePackaged()
  return playwright(config, args)
}

/** Runs them all and counts. @returns {Promise<import('./tally.mjs').Tally>} */
export async function countEndToEndTests() {
  await ensurePackaged()
  const report = path.resolve('.guichet/end-to-end-tests.json')
  return tallyOf(report, readPlaywrightReport, () =>
    playwright(config, ['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  )
}
