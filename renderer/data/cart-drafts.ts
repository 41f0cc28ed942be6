import type { InmateId, OperationId } from '#shared/contracts/ids.ts'
import type { GuichetDatabase } from './database.ts'
import type { CartDraft } from './rows.ts'
import { withinTime } from './within-time.ts'
import { WRITE_LIMIT_MS } from './write-through.ts'

/*
 * Carts that were not confirmed. Losing one costs a few touches, so that trouble with the disk is not the
 * person's: what cannot be read is an empty cart, what cannot be written is kept by the page until sign-out.
 */

export async function readCartDraft(db: GuichetDatabase, inmateId: InmateId): Promise<CartDraft | undefined> {
  let draft: CartDraft | undefined
  const reading = async () => {
    draft = await db.drafts.get(inmateId)
  }
  await withinTime(reading(), WRITE_LIMIT_MS)
  return draft
}

export async function keepCartDraft(db: GuichetDatabase, draft: CartDraft): Promise<void> {
  const isEmpty = draft.items.length === 0
  await withinTime(isEmpty ? db.drafts.delete(draft.inmateId) : db.drafts.put(draft), WRITE_LIMIT_MS)
}

/** Forgets the cart that was confirmed under `operationId`, and no other. */
export async function forgetConfirmedCart(
  db: GuichetDatabase,
  inmateId: InmateId,
  operationId: OperationId,
): Promise<void> {
  const confirmed = db.drafts.where({ inmateId }).filter(({ review }) => review?.operationId === operationId)
  await withinTime(confirmed.delete(), WRITE_LIMIT_MS)
}
