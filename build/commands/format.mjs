import { run as runProcess } from '../setup/process.mjs'
import { tool } from './tool.mjs'

/** @param {readonly string[]} files all when none are named */
export async function run(files) {
  return runProcess(...tool('prettier', ['--write', '--list-different', ...(files.length === 0 ? ['.'] : files)]))
}
