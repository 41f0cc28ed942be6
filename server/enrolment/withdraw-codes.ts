import type { TerminalId } from '#shared/contracts/ids.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Database, Transaction } from '../database/open-database.ts'
import { lockTerminal } from './lock-terminal.ts'

/** Makes the codes that wait for these terminals, which the caller has locked, worth nothing. Answers how many there were. */
export async function withdrawCodes(
  transaction: Transaction,
  terminalIds: readonly TerminalId[],
  at: Date,
): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable('enrolment_codes')
    .set({ withdrawn_at: at })
    .where('terminal_id', 'in', [...terminalIds])
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Takes back the code of the terminal called `name`; `false` where none waits. Throws `TERMINAL_UNKNOWN`. */
export async function withdrawCodeOf(database: Database, name: string, at: Date): Promise<boolean> {
  return database.transaction().execute(async transaction => {
    const terminalId = await lockTerminal(transaction, name)
    const isWithdrawn = (await withdrawCodes(transaction, [terminalId], at)) > 0
    const subject = { terminalId, name }
    if (isWithdrawn)
      await appendAudit(transaction, { at, actor: 'server', action: 'enrolment-code-withdrawn', subject })
    return isWithdrawn
  })
}
