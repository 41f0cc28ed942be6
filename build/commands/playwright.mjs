import { existsSync } from 'node:fs'
import { ensureBuilt } from '../bundle/ensure-built.mjs'
import { run as runProcess } from '../setup/process.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'
import { tool } from './tool.mjs'
import { withVirtualDisplay } from './virtual-display.mjs'

/**
 * Runs Playwright against the built app, on a display of its own.
 *
 * @param {string} config
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [variables]
 */
export async function playwright(config, args, variables = {}) {
  if (!existsSync(config)) throw new SetUpError(`There is nothing to run: ${config} is not there.`)
  await ensureBuilt(process.cwd())
  const [command, toolArgs] = tool('playwright', ['test', '--config', config, ...args])
  return withVirtualDisplay(env => runProcess(command, toolArgs, { env: { ...env, ...variables } }))
}
