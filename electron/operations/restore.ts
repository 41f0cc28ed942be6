import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { OperationBook } from './operation-book.ts'
import type { WriteRecords } from './write-records.ts'

export interface RestoreParts {
  readonly book: Pick<OperationBook, 'get'>
  readonly write: WriteRecords
  readonly terminalId: TerminalId
}

/**
 * Gives the journal back an operation the page's outbox still has and the journal lost.
 *
 *  - One the journal has stays as the journal has it.
 *  - Whose it is does not matter: a person who moved away has a right to what they confirmed here. Where it was confirmed
 *    does: `OPERATION_NOT_YOURS` for one of another terminal.
 *
 * One call at a time, together with `confirm`.
 */
export function createRestore({ book, write, terminalId }: RestoreParts): (operation: Operation) => Promise<void> {
  return async operation => {
    if (operation.terminalId !== terminalId) {
      throw new GuichetError('OPERATION_NOT_YOURS', 'an operation of another terminal')
    }
    if (book.get(operation.id) === undefined) await write([{ type: 'operation', payload: operation }])
  }
}
