import path from 'node:path'
import { ensureBuilt } from '../bundle/ensure-built.mjs'
import { run as runProcess } from '../setup/process.mjs'
import { tool } from './tool.mjs'
import { withVirtualDisplay } from './virtual-display.mjs'

const config = 'e2e/escape/playwright.config.ts'

/** In this network every name and every address is the test's. */
const ownNetwork = path.resolve('e2e/escape/namespace/enter.sh')

/** @param {readonly string[]} args */
export async function run(args) {
  return attack(args)
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [variables]
 */
async function attack(args, variables = {}) {
  await ensureBuilt(process.cwd())
  const [command, toolArgs] = tool('playwright', ['test', '--config', config, ...args])
  return withVirtualDisplay(env => runProcess(ownNetwork, [command, ...toolArgs], { env: { ...env, ...variables } }))
}
