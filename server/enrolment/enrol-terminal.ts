import type { TerminalId } from '#shared/contracts/ids.ts'
import { terminalIdSchema } from '#shared/contracts/ids.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Database } from '../database/open-database.ts'

/**
 * Makes `publicKey` (raw Ed25519, base64url) the key of the terminal called `name`.
 *
 * A key it had before is worth nothing from then on: a terminal has one key. What it was known to obey is forgotten: it starts
 * from nothing. Throws `TERMINAL_UNKNOWN`.
 */
export async function enrolTerminal(
  database: Database,
  name: string,
  publicKey: string,
  at: Date,
): Promise<TerminalId> {
  return database.transaction().execute(async transaction => {
    const row = await transaction
      .updateTable('terminals')
      .set({ public_key: publicKey, enrolled_at: at, revoked_at: null })
      .where('name', '=', name)
      .returning('id')
      .executeTakeFirst()
    if (row === undefined) throw new GuichetError('TERMINAL_UNKNOWN', `No terminal is called ${name}.`)
    await transaction.deleteFrom('terminal_states').where('terminal_id', '=', row.id).execute()
    return terminalIdSchema.parse(row.id)
  })
}

/** Takes a terminal's key back. It is refused from its next request on. */
export async function revokeTerminal(database: Database, name: string, at: Date): Promise<void> {
  const row = await database
    .updateTable('terminals')
    .set({ revoked_at: at })
    .where('name', '=', name)
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) throw new GuichetError('TERMINAL_UNKNOWN', `No terminal is called ${name}.`)
}
