import { Command } from 'commander'
import process from 'node:process'
import { addCommands } from './commands.ts'
import { explainError } from './explain-error.ts'
import { complain } from './print.ts'
import { readVersion } from './read-version.ts'
import { stopWhenUnread } from './stop-when-unread.ts'

async function createProgram(): Promise<Command> {
  const program = new Command('guichet')
    .description('The prison server, and the tools around it.')
    .version(readVersion(import.meta.dirname))
    .showHelpAfterError()
    .exitOverride()
  await addCommands(program, process.argv[2])
  return program
}

stopWhenUnread()
try {
  const program = await createProgram()
  await program.parseAsync(process.argv)
} catch (error) {
  const { code, lines } = explainError(error)
  for (const line of lines) complain(line)
  process.exitCode = code
}
