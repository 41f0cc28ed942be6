import { GuichetError } from '#shared/errors/guichet-error.ts'
import { type TerminalId, terminalIdSchema } from '#shared/contracts/ids.ts'
import type { Database } from '../database/open-database.ts'
import type { DiskConfiguration } from './find-journal.ts'

/** The terminal whose journal it is, as the prison knows it. */
export interface JournalTerminal {
  readonly id: TerminalId
  readonly name: string
  readonly revokedAt: Date | null
}

/**
 * The terminal a technician names, or else the one the disk's own configuration names.
 *
 * Throws `TERMINAL_UNKNOWN`, and `CONFIGURATION_INVALID` where neither says.
 */
export async function findJournalTerminal(
  database: Database,
  named: string | undefined,
  configuration: DiskConfiguration | undefined,
): Promise<JournalTerminal> {
  if (named === undefined && configuration === undefined) {
    throw new GuichetError(
      'CONFIGURATION_INVALID',
      'No kiosk.json that can be read lies beside this journal. Say whose it is with --terminal NAME, as on the door.',
    )
  }
  const row = await database
    .selectFrom('terminals')
    .select(['id', 'name', 'revoked_at as revokedAt'])
    .$if(named !== undefined, query => query.where('name', '=', named ?? ''))
    .$if(named === undefined, query =>
      query.where('id', '=', terminalIdSchema.catch(noTerminal).parse(configuration?.terminalId)),
    )
    .executeTakeFirst()
  if (row !== undefined) return row
  const whom = named ?? `${configuration?.terminalName}, as the disk says it was`
  throw new GuichetError('TERMINAL_UNKNOWN', `No terminal is called ${whom}. Name it with --terminal.`)
}

const noTerminal = terminalIdSchema.parse('00000000-0000-0000-0000-000000000000')
