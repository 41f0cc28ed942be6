import { buildNow } from '../bundle/ensure-built.mjs'
import { run as runProcess } from '../setup/process.mjs'
import { tool } from './tool.mjs'

/** @param {readonly string[]} args */
export async function run(args) {
  await buildNow(process.cwd())
  return runProcess(...tool('electron-builder', ['--config', 'build/package/electron-builder.config.mjs', ...args]))
}
