import type { Command } from 'commander'
import { z } from 'zod'
import { oneCodeOptions, withCodeOptions } from '../enrolment/code-options.ts'
import { openDesk } from '../enrolment/enrolment-desk.ts'
import { enrolOne } from '../enrolment/enrol-one.ts'
import { print } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const replaceSchema = z.strictObject(oneCodeOptions)

/** `guichet terminal`: what is done to one of them. */
export function addTerminalCommand(program: Command): void {
  const terminal = program.command('terminal').description('what is done to one terminal')
  const replace = terminal
    .command('replace')
    .description('take a terminal’s key back at once, and make a code for the machine that takes its place')
  withCodeOptions(withServerOptions(replace))
    .argument('<name>', 'the terminal’s name, as on its door: A-12')
    .option('--qr', 'show the QR code here too')
    .option('--file <file>', 'write an enrolment file, for a stick')
    .action(async (name: string, raw: unknown) => {
      const { data, server, language, hours: lifeMs, qr, json, file } = replaceSchema.parse(raw)
      const options = readServerOptions({ data })
      const desk = await openDesk(options.dataFolder, server)
      const wish = { terminal: name, isRevoked: true, language, lifeMs, qr, json, file }
      await withDatabase(options, database => enrolOne(database, desk, wish))
      if (json !== true) sayOldDisk(name)
    })
}

function sayOldDisk(name: string): void {
  print('')
  print(
    `The old machine of ${name} is refused from now on, within seconds. Its disk may hold what people recorded and no`,
  )
  print('server has: keep it, label it with the name and the date, and recover it before it is wiped, with the key')
  print('from the safe: guichet journal recover DISK --key FILE --check')
}
