import type { TerminalId } from '#shared/contracts/ids.ts'
import { appendAudit } from '../../audit/append-audit.ts'
import type { ControlPorts } from '../control-ports.ts'
import type { Standing } from './read-standings.ts'

/** A terminal cannot fill the record by coming back again and again. */
const ONCE_IN_MS = 60_000

/**
 * Records that a terminal holds less than it had obeyed: its disk is an older copy, or was emptied, or somebody tries what
 * happens. It is sent the document in force as any other.
 */
export async function noteRollback(
  { database, clock }: ControlPorts,
  terminalId: TerminalId,
  { version, standing }: { readonly version: number; readonly standing: Standing },
): Promise<void> {
  const at = clock()
  const { rolledBackAt, obeyedAt, highestVersion } = standing
  const isNoted =
    rolledBackAt !== null && (obeyedAt === null || obeyedAt.getTime() - rolledBackAt.getTime() < ONCE_IN_MS)
  if (isNoted) return
  await database.transaction().execute(async transaction => {
    await transaction
      .updateTable('terminal_states')
      .set({ rolled_back_at: at })
      .where('terminal_id', '=', terminalId)
      .execute()
    await appendAudit(transaction, {
      at,
      actor: `terminal:${terminalId}`,
      action: 'terminal-rolled-back',
      subject: { terminalId, holds: version, obeyed: highestVersion },
    })
  })
}
