import { Command, CommanderError } from 'commander'
import process from 'node:process'
import { ZodError } from 'zod'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { addCommands } from './commands.ts'
import { complain } from './print.ts'
import { readVersion } from './read-version.ts'
import { stopWhenUnread } from './stop-when-unread.ts'

const DONE = 0
const REFUSED = 1
const WRONG_USAGE = 2

async function createProgram(): Promise<Command> {
  const program = new Command('guichet')
    .description('The prison server, and the tools around it.')
    .version(readVersion(import.meta.dirname))
    .showHelpAfterError()
    .exitOverride()
  await addCommands(program, process.argv[2])
  return program
}

/** Says what went wrong in one line and answers the exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE
  if (error instanceof ZodError) {
    for (const issue of error.issues) complain(`${issue.path.join('.')}: ${issue.message}`)
    return WRONG_USAGE
  }
  if (error instanceof GuichetError) {
    complain(`${error.message} (${error.code})`)
    return REFUSED
  }
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return REFUSED
}

stopWhenUnread()
try {
  const program = await createProgram()
  await program.parseAsync(process.argv)
} catch (error) {
  process.exitCode = explain(error)
}
