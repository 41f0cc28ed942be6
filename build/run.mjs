import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { commands, isCommand, usage } from './commands/commands.mjs'
import { printProgress } from './print.mjs'
import { prepare } from './setup/set-up.mjs'
import { SetUpError } from './setup/set-up-error.mjs'

/** What every script of `package.json` calls: sets up what is missing, then runs one command. */

const project = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

/** @type {(args: readonly string[]) => Promise<number>} */
async function main([name = '', ...args]) {
  if (!isCommand(name)) {
    printProgress(usage())
    return 2
  }
  process.chdir(project)
  /** @type {import('./commands/commands.mjs').Command} */
  const command = commands[name]
  Object.assign(process.env, await command.tell?.(project))
  const program = [path.join('build', 'run-prepared.mjs'), name, ...args]
  const outcome = await prepare({ checkout: project, program, needs: command.needs, place: command.place })
  if (outcome.isDone) return outcome.code
  const { run } = await command.load()
  return run(args)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof SetUpError)) throw error
  printProgress(error.message)
  process.exitCode = 1
}
