import type { Operation } from '#shared/contracts/operation.ts'
import type { OpenedRequest } from '../batch-effects.ts'
import type { OrderRecord, RequestRecord } from '../batch-state.ts'
import type { Desk } from '../decision.ts'
import { addEvent } from './add-event.ts'

interface Opener {
  readonly operation: Operation
  readonly recordedAt: Date
  readonly receivedAt: Date
}

/** What a new request is, beside what its operation says. */
export interface Opening extends Pick<RequestRecord, 'kind' | 'owner' | 'dueAt'> {
  readonly order: OrderRecord | null
  readonly receipt: string
  readonly lines: OpenedRequest['lines']
  readonly sealed: OpenedRequest['sealed']
  readonly page: OpenedRequest['page']
}

/** Opens a request under its operation's id, in state `received`. */
export function openRequest({ operation, recordedAt, receivedAt }: Opener, opening: Opening, desk: Desk): void {
  const { kind, owner, dueAt, order, receipt, lines, sealed, page } = opening
  const { id, inmateId } = operation
  const record: RequestRecord = {
    id,
    inmateId,
    kind,
    owner,
    dueAt,
    order,
    state: 'received',
    remindedAt: null,
    eventCount: 0,
  }
  desk.state.requests.set(id, record)
  desk.effects.opened.set(id, { record, recordedAt, receivedAt, receipt, lines, sealed, page })
  addEvent(record, 'received', receivedAt, desk)
}
