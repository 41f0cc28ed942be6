import { rmSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from '../bundle/ensure-built.mjs'
import { run as runProcess } from '../setup/process.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'
import { readPlaywrightReport, tallyOf } from './tally.mjs'
import { tool } from './tool.mjs'
import { withVirtualDisplay } from './virtual-display.mjs'

const report = '.guichet/escape/report.json'
const results = '.guichet/escape'
const allColumns = ['both', 'bare', 'kiosk', 'gateway']

/** In how many parts the cases of a column are made, and how many terminals are attacked at once: each mostly waits. */
const parts = ['1-of-2', '2-of-2']
const AT_ONCE = 3

/** In this network every name and every address is the test's. */
const ownNetwork = path.resolve('e2e/escape/namespace/enter.sh')

/** @param {readonly string[]} args */
export async function run(args) {
  const columns = process.env['GUICHET_ESCAPE_COLUMNS']?.split(',') ?? allColumns
  return (await attackAll(columns)) === 0 ? judge(columns, args) : 1
}

/**
 * The columns that say whether the kiosk holds. The two others say which of its gates it is that does.
 *
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function countEscapeTests() {
  const columns = ['both', 'bare']
  if ((await attackAll(columns)) !== 0) throw new SetUpError('The attacks could not be made.')
  const output = { PLAYWRIGHT_JSON_OUTPUT_FILE: path.resolve(report) }
  return tallyOf(report, readPlaywrightReport, () => judge(columns, ['--reporter=dot,json'], output))
}

/** @param {readonly string[]} columns @returns {Promise<number>} 0 when every attack was made */
async function attackAll(columns) {
  await ensureBuilt(process.cwd())
  rmSync(results, { recursive: true, force: true })
  const waiting = columns.flatMap(column => parts.map(part => ({ column, part })))
  let worst = 0
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const code = await attack(next)
      worst = Math.max(worst, code)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return worst
}

/**
 * Makes some of the attacks on one kind of terminal, on a display and in a network of its own.
 *
 * @param {{ readonly column: string, readonly part: string }} share
 */
async function attack({ column, part }) {
  const output = `test-results/escape/${column}-${part}`
  const [command, args] = tool('playwright', ['test', '--config', 'e2e/escape/attacks.config.ts', '--output', output])
  const named = { GUICHET_ESCAPE_COLUMNS: column, GUICHET_ESCAPE_PART: part }
  return withVirtualDisplay(env => runProcess(ownNetwork, [command, ...args], { env: { ...env, ...named } }))
}

/**
 * Holds what came of the attacks against what is meant to.
 *
 * @param {readonly string[]} columns
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [variables]
 */
async function judge(columns, args, variables = {}) {
  const [command, toolArgs] = tool('playwright', ['test', '--config', 'e2e/escape/playwright.config.ts', ...args])
  const env = { ...process.env, ...variables, GUICHET_ESCAPE_COLUMNS: columns.join(',') }
  return runProcess(command, toolArgs, { env })
}
