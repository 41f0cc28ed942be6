import type { Command } from 'commander'
import { resolve } from 'node:path'
import { z } from 'zod'
import { registerRecoveryKey } from '../../recovery/recovery-key.ts'
import { makeKeyFile } from '../make-key-file.ts'
import { print } from '../print.ts'
import { readServerOptions, withServerOptions } from '../server-options.ts'
import { withDatabase } from '../with-database.ts'

const keygenSchema = z.strictObject({ data: z.string(), out: z.string() })

/** `guichet recovery`: the prison's key for the safe, which opens the journals of broken terminals. */
export function addRecoveryCommand(program: Command): void {
  const recovery = program.command('recovery').description('the prison’s recovery key, for the safe')
  withServerOptions(recovery.command('keygen').description('make the key that opens the journals of broken terminals'))
    .requiredOption('--out <file>', 'the private key file, to be kept in the prison’s safe alone')
    .action(async (raw: unknown) => {
      const { data, out } = keygenSchema.parse(raw)
      const options = readServerOptions({ data })
      const { isFirst } = await makeKeyFile(resolve(out), pair =>
        withDatabase(options, database => registerRecoveryKey(database, pair, new Date())),
      )
      print(
        `The private key is in ${resolve(out)}. Put it into the safe, with a copy elsewhere, and not on the server.`,
      )
      print('Terminals seal their journals to it once they are enrolled.')
      if (!isFirst) print('Those that are enrolled already go on with the key before: keep its file too.')
    })
}
