import { ensureBuilt } from '../bundle/ensure-built.mjs'
import { ensurePackaged } from '../package/ensure-packaged.mjs'
import { run as runProcess } from '../setup/process.mjs'
import { assertBuiltFile } from './assert-built-file.mjs'
import { withVirtualDisplay } from './virtual-display.mjs'

/** @param {readonly string[]} args */
export async function run(args) {
  await ensureBuilt(process.cwd())
  if (args.includes('package')) await ensurePackaged()
  const program = assertBuiltFile('dist/bench/main.js')
  // As a terminal's kiosk finds its display: GTK leaves there what it found out, and a second program would be spared that.
  return withVirtualDisplay(env => runProcess(process.execPath, [program, ...args], { env }), { startsAnew: true })
}
