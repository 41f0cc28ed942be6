import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { OperationId, TerminalId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import { PUSH_BODY_LIMIT, type PushRequest } from '#shared/contracts/sync.ts'
import type { SettlingVerdict, Verdict } from '#shared/contracts/verdict.ts'
import { cutIntoBatches } from './batches.ts'
import { readVerdicts, type ReadVerdictsParts } from './read-verdicts.ts'
import type { AskServer, NoAnswer } from './terminal-line.ts'

export type PushAnswer = { readonly status: 'answered'; readonly verdicts: Verdict[] } | NoAnswer
export type Push = (operations: readonly Operation[]) => Promise<PushAnswer>

export interface PushParts extends ReadVerdictsParts {
  readonly ask: AskServer
  readonly terminalId: TerminalId
  /** What the journal holds under an id. */
  readonly findRecorded: (id: OperationId) => Operation | undefined
  /** Puts verdicts into the journal, all in one append. Throws where they did not reach the disk. */
  readonly settle: (verdicts: readonly SettlingVerdict[]) => Promise<void>
  readonly now: () => Date
}

/**
 * Sends operations and answers with `verdicts[i]` on `operations[i]`.
 *
 *  - What the journal holds is sent as the journal holds it: that is what the inmate confirmed.
 *  - An operation of another terminal is rejected here, by itself, and does not hold up the rest.
 *  - Longer than one body may be, it goes in several, in order; when the line breaks between them, the rest is deferred.
 *  - Every verdict that settles something is in the journal before this answers.
 */
export function createPush(parts: PushParts): Push {
  return async operations => {
    const own = operations.filter(operation => operation.terminalId === parts.terminalId)
    const sent = await sendAll(
      parts,
      own.map(operation => parts.findRecorded(operation.id) ?? operation),
    )
    if (sent.status !== 'answered') return sent
    const answered = sent.verdicts.values()
    const verdicts = operations.map(({ id, terminalId }): Verdict => {
      if (terminalId !== parts.terminalId) return notYours(id)
      return answered.next().value ?? { status: 'deferred', operationId: id }
    })
    const settling = verdicts.filter(isSettling)
    if (settling.length > 0) await parts.settle(settling)
    return { status: 'answered', verdicts }
  }
}

async function sendAll(parts: PushParts, operations: readonly Operation[]): Promise<PushAnswer> {
  const verdicts: Verdict[] = []
  for (const batch of cutIntoBatches(operations, PUSH_BODY_LIMIT)) {
    // One at a time: what an inmate confirmed later must not overtake what they confirmed before.
    const answer = await sendBatch(parts, batch)
    if (answer.status === 'answered') verdicts.push(...answer.verdicts)
    else if (verdicts.length === 0) return answer
    else break
  }
  return { status: 'answered', verdicts }
}

async function sendBatch(parts: PushParts, batch: Operation[]): Promise<PushAnswer> {
  const body: PushRequest = { sentAt: parts.now().toISOString(), operations: batch }
  const answer = await parts.ask({ method: 'POST', path: terminalRoutes.push, body: JSON.stringify(body) })
  if (answer.status !== 'answered') return answer
  const verdicts = readVerdicts(parts, batch, answer.body)
  return verdicts === undefined ? { status: 'busy', retryAfterMs: null } : { status: 'answered', verdicts }
}

const notYours = (operationId: OperationId): Verdict => ({
  status: 'rejected',
  operationId,
  rejection: { code: 'OPERATION_NOT_YOURS' },
})

function isSettling(verdict: Verdict): verdict is SettlingVerdict {
  return verdict.status === 'applied' || verdict.status === 'duplicate' || verdict.status === 'rejected'
}
