import { ensureBuilt } from '../bundle/ensure-built.mjs'
import { run as runProcess } from '../setup/process.mjs'
import { assertBuiltFile } from './assert-built-file.mjs'
import { withVirtualDisplay } from './virtual-display.mjs'

/** @param {readonly string[]} args */
export async function run(args) {
  await ensureBuilt(process.cwd())
  const program = assertBuiltFile('dist/server/start.js')
  const start = (/** @type {NodeJS.ProcessEnv} */ env) => runProcess(process.execPath, [program, ...args], { env })
  return process.env['DISPLAY'] === undefined ? withVirtualDisplay(start) : start(process.env)
}
