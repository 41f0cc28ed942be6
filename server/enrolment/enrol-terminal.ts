import type { TerminalId } from '#shared/contracts/ids.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Database, Transaction } from '../database/open-database.ts'
import { makeServiceSecret } from './service-secret.ts'
import { lockTerminal } from './lock-terminal.ts'
import { withdrawCodes } from './withdraw-codes.ts'

/**
 * Makes `publicKey` (raw Ed25519, base64url) the key of a terminal.
 *
 * A key it had before is worth nothing from then on: a terminal has one key. What it was known to obey is forgotten: it starts
 * from nothing. So do its service codes, with a new secret.
 */
export async function giveKey(
  transaction: Transaction,
  terminalId: TerminalId,
  publicKey: string,
  at: Date,
): Promise<void> {
  await transaction
    .updateTable('terminals')
    .set({ public_key: publicKey, enrolled_at: at, revoked_at: null })
    .where('id', '=', terminalId)
    .execute()
  await transaction.deleteFrom('terminal_states').where('terminal_id', '=', terminalId).execute()
  await makeServiceSecret(transaction, terminalId, at)
}

/** Gives the terminal called `name` a key without a code: on the server itself, for development. Throws `TERMINAL_UNKNOWN`. */
export async function enrolTerminal(
  database: Database,
  name: string,
  publicKey: string,
  at: Date,
): Promise<TerminalId> {
  return database.transaction().execute(async transaction => {
    const terminalId = await lockTerminal(transaction, name)
    await withdrawCodes(transaction, [terminalId], at)
    await giveKey(transaction, terminalId, publicKey, at)
    await appendAudit(transaction, { at, actor: 'server', action: 'terminal-enrolled', subject: { terminalId, name } })
    return terminalId
  })
}

/**
 * Takes a terminal's key back, and with it a code that waits for it: whoever has either is refused from the next request on.
 * Throws `TERMINAL_UNKNOWN`.
 */
export async function revokeTerminal(database: Database, name: string, at: Date): Promise<void> {
  await database.transaction().execute(transaction => revokeTerminalIn(transaction, name, at))
}

/** The same in a transaction that goes on. */
export async function revokeTerminalIn(transaction: Transaction, name: string, at: Date): Promise<void> {
  const terminalId = await lockTerminal(transaction, name)
  await transaction.updateTable('terminals').set({ revoked_at: at }).where('id', '=', terminalId).execute()
  await withdrawCodes(transaction, [terminalId], at)
  await appendAudit(transaction, { at, actor: 'server', action: 'terminal-revoked', subject: { terminalId, name } })
}
