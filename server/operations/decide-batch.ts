import type { Rejection, Verdict } from '#shared/contracts/verdict.ts'
import { unreachable } from '#shared/errors/unreachable.ts'
import type { StoredVerdict } from '../database/stored-verdict.ts'
import { type KnownOperation, neighbourKey } from './batch-state.ts'
import type { Decision, Desk, FreshOperation } from './decision.ts'
import type { ArrivedOperation } from './incoming.ts'
import { decideAppointment } from './kinds/decide-appointment.ts'
import { decideOrder } from './kinds/decide-order.ts'
import { decidePageRequest } from './kinds/decide-page-request.ts'
import { decideReminder } from './kinds/decide-reminder.ts'
import { decideWithdrawal } from './kinds/decide-withdrawal.ts'

/** Said of an entry, not of the id: somebody else's operation must not be spoilt by whoever names its id. */
const unstored: ReadonlySet<Rejection['code']> = new Set<Rejection['code']>([
  'OPERATION_INVALID',
  'OPERATION_NOT_YOURS',
])

/**
 * Decides operations in their order, each on what the ones before it left in `desk.state`, and gathers in
 * `desk.effects` what has to be written. Touches neither clock nor store.
 *
 *  - An id that was answered before gets the same answer again and changes nothing.
 *  - The same id with other words is refused, and kept for a person to look at.
 */
export function decideBatch(arrived: readonly ArrivedOperation[], desk: Desk): Verdict[] {
  return arrived.map(one => decideOne(one, desk))
}

function decideOne(arrived: ArrivedOperation, desk: Desk): Verdict {
  const { operation } = arrived
  if (!isTheirs(arrived, desk)) return rejected(arrived, { code: 'OPERATION_NOT_YOURS' })
  const known = desk.state.known.get(operation.id)
  if (known !== undefined) return answerAgain(arrived, known, desk)

  const decision = decide(arrived, desk)
  if (decision.effect === 'reject') {
    if (!unstored.has(decision.rejection.code)) store(arrived, { rejection: decision.rejection }, desk)
    return rejected(arrived, decision.rejection)
  }
  const receipt = signFor(arrived, decision.terms, desk)
  decision.apply(receipt)
  store(arrived, { receipt }, desk)
  return { status: 'applied', operationId: operation.id, receipt }
}

/** The terminal's own operation, of somebody who stays or stayed in its cell. */
function isTheirs({ operation, sentBy }: ArrivedOperation, { state }: Desk): boolean {
  return operation.terminalId === sentBy && state.neighbours.has(neighbourKey(sentBy, operation.inmateId))
}

function decide({ operation, ...times }: FreshOperation, desk: Desk): Decision {
  switch (operation.kind) {
    case 'canteen.order':
      return decideOrder({ operation, ...times }, desk)
    case 'medical.appointment':
      return decideAppointment({ operation, ...times }, desk)
    case 'web.page-request':
      return decidePageRequest({ operation, ...times }, desk)
    case 'request.withdraw':
      return decideWithdrawal({ operation, ...times }, desk)
    case 'request.remind':
      return decideReminder({ operation, ...times }, desk)
    default:
      return unreachable(operation)
  }
}

function answerAgain(arrived: ArrivedOperation, known: KnownOperation, { effects }: Desk): Verdict {
  const { operation, text, hash } = arrived
  if (!known.hash.equals(hash)) {
    const { sentBy, receivedAt } = arrived
    effects.conflicts.push({ operationId: operation.id, terminalId: sentBy, text, hash, receivedAt })
    return rejected(arrived, { code: 'OPERATION_ID_REUSED' })
  }
  return 'receipt' in known.verdict
    ? { status: 'duplicate', operationId: operation.id, receipt: known.verdict.receipt }
    : rejected(arrived, known.verdict.rejection)
}

function store(arrived: ArrivedOperation, verdict: StoredVerdict, desk: Desk): void {
  const { operation, text, hash, recordedAt, receivedAt } = arrived
  desk.state.known.set(operation.id, { hash, verdict })
  desk.effects.operations.push({ operation, text, hash, recordedAt, receivedAt, verdict })
}

function signFor(
  { operation, hash, receivedAt }: ArrivedOperation,
  terms: Extract<Decision, { effect: 'accept' }>['terms'],
  { house }: Desk,
): string {
  return house.signReceipt({
    version: 1,
    prisonId: house.prisonId,
    operationId: operation.id,
    operationHash: hash.toString('base64url'),
    kind: operation.kind,
    inmateId: operation.inmateId,
    terminalId: operation.terminalId,
    receivedAt: receivedAt.toISOString(),
    owner: terms.owner,
    dueAt: terms.dueAt.toISOString(),
    totalCents: terms.totalCents,
  })
}

function rejected({ operation }: ArrivedOperation, rejection: Rejection): Verdict {
  return { status: 'rejected', operationId: operation.id, rejection }
}
