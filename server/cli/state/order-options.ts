import type { Command } from 'commander'
import type { Database } from '../../database/open-database.ts'
import { readPrison } from '../../database/read-prison.ts'
import { withServerOptions } from '../server-options.ts'
import { parseMoment } from './parse-moment.ts'

/** The options of every order. */
export function asOrder(command: Command): Command {
  return withServerOptions(command)
    .requiredOption('--as <name>', 'the warden who gives it: a name of guichet staff list')
    .option('--json', 'for a machine to read')
}

/** A moment on the prison's clock. */
export async function moment(database: Database, text: string | undefined): Promise<string | null> {
  if (text === undefined) return null
  return parseMoment(text, new Date(), (await readPrison(database)).timeZone)
}
