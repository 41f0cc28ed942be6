import type { OperationId } from '#shared/contracts/ids.ts'
import type { Person } from '#shared/contracts/person.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { OperationBook } from './operation-book.ts'
import type { WriteRecords } from './write-records.ts'

export interface DiscardParts {
  readonly book: Pick<OperationBook, 'get'>
  readonly write: WriteRecords
}

/**
 * Puts a parked operation of `person` away for good.
 *
 *  - Only what the prison rejected, and only by whom it was confirmed: `OPERATION_NOT_YOURS` for anything else.
 *  - One the journal no longer has is put away already.
 */
export function createDiscard({ book, write }: DiscardParts): (id: OperationId, person: Person) => Promise<void> {
  return async (id, person) => {
    const entry = book.get(id)
    if (entry === undefined) return
    if (entry.operation.inmateId !== person.inmateId || entry.verdict?.status !== 'rejected') {
      throw new GuichetError('OPERATION_NOT_YOURS', 'not a parked operation of this person')
    }
    await write([{ type: 'discarded', payload: { id } }])
  }
}
