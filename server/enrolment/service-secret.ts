import { randomBytes } from 'node:crypto'
import type { TerminalId } from '#shared/contracts/ids.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { SERVICE_SECRET_BYTES, serviceSecretSchema, type ServiceSecret } from '#shared/service/service-code.ts'
import type { Transaction } from '../database/open-database.ts'

/** Makes a new secret for a terminal that the caller has locked. Codes of the one before are worth nothing to who has the new one. */
export async function makeServiceSecret(transaction: Transaction, terminalId: TerminalId, at: Date): Promise<void> {
  const secret = serviceSecretSchema.parse(randomBytes(SERVICE_SECRET_BYTES).toString('base64url'))
  const fresh = { secret, counter: 0, made_at: at }
  await transaction
    .insertInto('service_codes')
    .values({ terminal_id: terminalId, ...fresh })
    .onConflict(conflict => conflict.column('terminal_id').doUpdateSet(fresh))
    .execute()
}

/** What a terminal that was just enrolled is told. Throws `SERVICE_SECRET_MISSING` for one that was enrolled before there was any. */
export async function readServiceSecret(transaction: Transaction, terminalId: TerminalId): Promise<ServiceSecret> {
  const row = await transaction
    .selectFrom('service_codes')
    .select('secret')
    .where('terminal_id', '=', terminalId)
    .executeTakeFirst()
  if (row === undefined) throw new GuichetError('SERVICE_SECRET_MISSING', 'enrolled before there were service codes')
  return row.secret
}
