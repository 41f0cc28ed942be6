import type { GuichetDatabase } from '#renderer/data/database.ts'
import type { Outbox } from '#renderer/data/outbox.ts'
import { readRequests } from '#renderer/data/queries.ts'
import { withinTime } from '#renderer/data/within-time.ts'
import type { InmateId, OperationId } from '#shared/contracts/ids.ts'

const READ_LIMIT_MS = 2000

/** Tells whether an id minted on this page was confirmed: the outbox has it, or the prison already does. */
export async function readRecordedIds(
  db: GuichetDatabase,
  outbox: Outbox,
  inmateId: InmateId,
): Promise<(id: OperationId) => boolean> {
  let atPrison: ReadonlySet<OperationId> = new Set()
  const reading = async () => {
    atPrison = new Set((await readRequests(db, inmateId)).map(({ id }) => id))
  }
  await withinTime(reading(), READ_LIMIT_MS)
  return id => atPrison.has(id) || outbox.has(id)
}
