import path from 'node:path'
import { ensureBuilt } from '../bundle/ensure-built.mjs'
import { playwright } from './playwright.mjs'
import { readPlaywrightReport, sum, tallyOf } from './tally.mjs'

const config = 'e2e/playwright.config.ts'

/** @param {readonly string[]} args */
export async function run(args) {
  return playwright(config, args)
}

/** Runs them all and counts: three parts at once, for a test waits more than it works. @returns {Promise<import('./tally.mjs').Tally>} */
export async function countEndToEndTests() {
  await ensureBuilt(process.cwd())
  return sum(await Promise.all([1, 2, 3].map(countPart)))
}

/** On a display of its own, so that neither sees what is copied at the other. @param {number} part */
async function countPart(part) {
  const report = `.guichet/end-to-end-tests-${part}.json`
  const args = ['--reporter=list,json', `--shard=${part}/3`, `--output=test-results/e2e-${part}`]
  return tallyOf(report, readPlaywrightReport, () =>
    playwright(config, args, { PLAYWRIGHT_JSON_OUTPUT_FILE: path.resolve(report) }),
  )
}
