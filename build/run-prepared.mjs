import { commands, isCommand, usage } from './commands/commands.mjs'
import { printProgress } from './print.mjs'
import { SetUpError } from './setup/set-up-error.mjs'

/** Runs one command where everything is prepared already: what the unprivileged account is started with. */

const [name = '', ...args] = process.argv.slice(2)

try {
  if (!isCommand(name)) throw new SetUpError(usage())
  const { run } = await commands[name].load()
  process.exitCode = await run(args)
} catch (error) {
  if (!(error instanceof SetUpError)) throw error
  printProgress(error.message)
  process.exitCode = 1
}
