import type { TerminalId } from '#shared/contracts/ids.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { createCodeAt } from '#shared/service/hotp.ts'
import { HIGHEST_SERVICE_COUNTER, type ServiceCode } from '#shared/service/service-code.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Database, Transaction } from '../database/open-database.ts'
import { lockTerminal } from './lock-terminal.ts'
import type { StaffMember } from '../staff/find-member.ts'

export interface ServiceCodeWish {
  /** The terminal's name. */
  readonly terminal: string
  /** Who asks for it; `null` on the server's own command line, by nobody in particular. */
  readonly givenBy: Pick<StaffMember, 'id'> | null
}

/** A code, and which one of the terminal it is. Only the terminal knows which was used last. */
export interface GivenServiceCode {
  readonly code: ServiceCode
  readonly counter: number
}

/**
 * Gives the next code that opens a terminal's service screen.
 *
 *  - Each is another one, whoever asks at the same time: the counter is raised with it, and who asked is on record.
 *  - Using it makes all before it worthless; until then they stay good.
 *  - Throws `TERMINAL_UNKNOWN`, and `SERVICE_SECRET_MISSING` for a terminal that was enrolled before there were service codes.
 */
export async function giveServiceCode(
  database: Database,
  { terminal: name, givenBy }: ServiceCodeWish,
  at: Date,
): Promise<GivenServiceCode> {
  return database.transaction().execute(async transaction => {
    const terminalId = await lockTerminal(transaction, name)
    const { secret, counter } = await raiseCounter(transaction, terminalId, name)
    const actor = givenBy === null ? 'server' : `staff:${givenBy.id}`
    const subject = { terminalId, name, counter, via: 'command line' }
    await appendAudit(transaction, { at, actor, action: 'service-code-given', subject })
    return { code: createCodeAt(secret)(counter), counter }
  })
}

async function raiseCounter(transaction: Transaction, terminalId: TerminalId, name: string) {
  const row = await transaction
    .updateTable('service_codes')
    .set(({ eb }) => ({ counter: eb('counter', '+', 1) }))
    .where('terminal_id', '=', terminalId)
    .where('counter', '<', HIGHEST_SERVICE_COUNTER)
    .returning(['secret', 'counter'])
    .executeTakeFirst()
  if (row !== undefined) return row
  throw new GuichetError(
    'SERVICE_SECRET_MISSING',
    `${name} was enrolled before there were service codes, or never. Enrol it (again): guichet enrol --cell ${name}.`,
  )
}
