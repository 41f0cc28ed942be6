import type { Command } from 'commander'
import { z } from 'zod'
import { revokeTerminal } from '../../enrolment/enrol-terminal.ts'
import { print } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const optionsSchema = z.strictObject({ data: z.string() })

/** `guichet revoke NAME`: takes a terminal's key back, that one's alone. */
export function addRevokeCommand(program: Command): void {
  withServerOptions(
    program.command('revoke').description('take a terminal’s key back; it keeps what was recorded on it'),
  )
    .argument('<name>', 'the terminal’s name, as on its door: A-07')
    .action(async (name: string, raw: unknown) => {
      const { data } = optionsSchema.parse(raw)
      await withDatabase(readServerOptions({ data }), database => revokeTerminal(database, name, new Date()))
      print(`Terminal ${name} is refused from now on. Enrol it again to let it back in.`)
    })
}
