import type { TerminalId } from '#shared/contracts/ids.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { Transaction } from '../database/open-database.ts'

/** Locks a terminal by its name, and with it its codes: whoever changes those holds this lock. Throws `TERMINAL_UNKNOWN`. */
export async function lockTerminal(transaction: Transaction, name: string): Promise<TerminalId> {
  const row = await transaction
    .selectFrom('terminals')
    .select('id')
    .where('name', '=', name)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new GuichetError('TERMINAL_UNKNOWN', `No terminal is called ${name}.`)
  return row.id
}

/** The same by its id. */
export async function lockTerminalById(transaction: Transaction, id: TerminalId): Promise<void> {
  await transaction.selectFrom('terminals').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow()
}
