import path from 'node:path'
import { run as runProcess } from '../setup/process.mjs'
import { SetUpError } from '../setup/set-up-error.mjs'

/** @param {readonly string[]} args */
export async function run(args) {
  const [command, ...rest] = args[0] === '--' ? args.slice(1) : args
  if (command === undefined) throw new SetUpError('usage: node build/run.mjs exec -- COMMAND [arguments]')
  const searchPath = [path.resolve('node_modules/.bin'), path.dirname(process.execPath), process.env['PATH'] ?? '']
  const env = { ...process.env, PATH: searchPath.join(path.delimiter) }
  return runProcess(command, rest, { env })
}
