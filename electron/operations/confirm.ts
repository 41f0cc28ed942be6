import type { confirmOperation } from '#shared/contracts/bridge.ts'
import { canonicalJson } from '#shared/contracts/canonical-json.ts'
import type { SealingKey } from '#shared/contracts/configuration.ts'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import type { Person } from '#shared/contracts/person.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { unreachable } from '#shared/errors/unreachable.ts'
import type { z } from 'zod'
import type { OperationBook } from './operation-book.ts'
import type { WriteRecords } from './write-records.ts'

/** What the page asks to record: an id and an intent. Everything else is filled in here. */
export type ConfirmInput = z.output<(typeof confirmOperation)['input']>
export type Confirm = (input: ConfirmInput, person: Person) => Promise<Operation>

export interface ConfirmParts {
  readonly book: Pick<OperationBook, 'get'>
  readonly write: WriteRecords
  readonly terminalId: TerminalId
  /** Whom medical content is sealed to: pinned at enrolment. */
  readonly medicalKey: SealingKey
  readonly now: () => Date
  /** Whether what an intent of this kind belongs to is open for whoever is signed in. */
  readonly isOpen: (kind: ConfirmInput['intent']['kind']) => boolean
}

/**
 * Records what `person` confirmed and answers when it is on the disk.
 *
 *  - Pressed twice, recorded once: a known id answers what was recorded. Under an id that stands for something else, or
 *    for somebody else's, nothing is recorded: `OPERATION_ID_REUSED`.
 *  - Medical content is sealed before anything is written, so no file of this terminal ever holds it in clear. It cannot
 *    be compared either: for a known id of this person the first answer stands.
 *
 *  - Under what a warden has closed nothing is recorded: `SERVICE_CLOSED`. What was recorded before stays so.
 *
 * One call at a time: two presses side by side would both find the id unknown.
 */
export function createConfirm(parts: ConfirmParts): Confirm {
  return async ({ id, intent }, person) => {
    const known = parts.book.get(id)?.operation
    if (known !== undefined) return repeat(known, { id, intent }, person)
    if (!parts.isOpen(intent.kind)) throw new GuichetError('SERVICE_CLOSED', 'a warden has closed this')
    const operation = await buildOperation(parts, { id, intent }, person)
    await parts.write([{ type: 'operation', payload: operation }])
    return operation
  }
}

function repeat(known: Operation, { intent }: ConfirmInput, person: Person): Operation {
  const isSame =
    known.inmateId === person.inmateId &&
    known.kind === intent.kind &&
    (intent.kind === 'medical.appointment' || canonicalJson(known.body) === canonicalJson(intent.body))
  if (isSame) return known
  throw new GuichetError('OPERATION_ID_REUSED', 'this id stands for another operation')
}

async function buildOperation(parts: ConfirmParts, { id, intent }: ConfirmInput, person: Person): Promise<Operation> {
  const { terminalId } = parts
  const { inmateId } = person
  const envelope = { id, inmateId, terminalId, recordedAt: parts.now().toISOString() }
  switch (intent.kind) {
    case 'canteen.order':
    case 'web.page-request':
    case 'request.withdraw':
    case 'request.remind':
      return { ...envelope, ...intent }
    case 'medical.appointment': {
      // Loaded with the first medical request: the cipher is not needed to show the first screen.
      const { seal } = await import('#shared/sealing/seal.ts')
      const body = await seal(parts.medicalKey, { operationId: id, inmateId, terminalId }, intent.content)
      return { ...envelope, kind: intent.kind, body }
    }
    default:
      return unreachable(intent)
  }
}
