import path from 'node:path'
import { ensureBuilt } from '../bundle/ensure-built.mjs'
import { run as runProcess } from '../setup/process.mjs'
import { tool } from './tool.mjs'
import { withVirtualDisplay } from './virtual-display.mjs'

const allColumns = ['bare', 'both', 'kiosk', 'gateway']

/** How many terminals are attacked at once: each mostly waits for what does not come. */
const AT_ONCE = 2

/** In this network every name and every address is the test's. */
const ownNetwork = path.resolve('e2e/escape/namespace/enter.sh')

/** @param {readonly string[]} args */
export async function run(args) {
  const columns = process.env['GUICHET_ESCAPE_COLUMNS']?.split(',') ?? allColumns
  return (await attackAll(columns)) === 0 ? judge(columns, args) : 1
}

/** @param {readonly string[]} columns @returns {Promise<number>} 0 when every attack was made */
async function attackAll(columns) {
  await ensureBuilt(process.cwd())
  const waiting = [...columns]
  let worst = 0
  const work = async () => {
    for (let column = waiting.shift(); column !== undefined; column = waiting.shift()) {
      const code = await attack(column)
      worst = Math.max(worst, code)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return worst
}

/** Makes every attack on one kind of terminal, on a display and in a network of its own. @param {string} column */
async function attack(column) {
  const output = `test-results/escape/${column}`
  const [command, args] = tool('playwright', ['test', '--config', 'e2e/escape/attacks.config.ts', '--output', output])
  return withVirtualDisplay(env =>
    runProcess(ownNetwork, [command, ...args], { env: { ...env, GUICHET_ESCAPE_COLUMNS: column } }),
  )
}

/** Holds what came of the attacks against what is meant to. @type {(columns: readonly string[], args: readonly string[]) => Promise<number>} */
async function judge(columns, args) {
  const [command, toolArgs] = tool('playwright', ['test', '--config', 'e2e/escape/playwright.config.ts', ...args])
  return runProcess(command, toolArgs, { env: { ...process.env, GUICHET_ESCAPE_COLUMNS: columns.join(',') } })
}
