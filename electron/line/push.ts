import { terminalRoutes } from '#shared/contracts/terminal-routes.ts'
import type { InmateId, OperationId, TerminalId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import { PUSH_BATCH_LIMIT, PUSH_BODY_LIMIT, type PushRequest } from '#shared/contracts/sync.ts'
import type { SettlingVerdict, Verdict } from '#shared/contracts/verdict.ts'
import { must } from '#shared/errors/must.ts'
import { type BatchLimits, cutIntoBatches } from './batches.ts'
import { believeVerdict, readVerdicts, type Report } from './read-verdicts.ts'
import type { AskServer, NoAnswer } from './terminal-line.ts'
import type { VerifyReceipt } from './verify-receipt.ts'

export type PushAnswer = { readonly status: 'answered'; readonly verdicts: Verdict[] } | NoAnswer
export type Push = (operations: readonly Operation[]) => Promise<PushAnswer>

export interface PushParts {
  readonly ask: AskServer
  readonly terminalId: TerminalId
  /** What the journal holds under an id. */
  readonly findRecorded: (id: OperationId) => Operation | undefined
  readonly verifyReceipt: VerifyReceipt
  /** Puts verdicts into the journal, all in one append. Throws where they did not reach the disk. */
  readonly settle: (verdicts: readonly SettlingVerdict[]) => Promise<void>
  readonly now: () => Date
  readonly report: Report
}

const limits: BatchLimits = { operations: PUSH_BATCH_LIMIT, bytes: PUSH_BODY_LIMIT }

/**
 * Sends operations and answers with `verdicts[i]` on `operations[i]`.
 *
 *  - What the journal holds is sent as the journal holds it: that is what the inmate confirmed.
 *  - An operation of another terminal is rejected here, by itself, and does not hold up the rest.
 *  - More than one batch may hold go in several, in order; when the line breaks between them, the rest is deferred, and
 *    so is what comes in a later batch than a deferred operation of the same inmate.
 *  - Every verdict that settles something is in the journal before this answers.
 */
export function createPush(parts: PushParts): Push {
  return async operations => {
    const isOwn = ({ terminalId }: Operation) => terminalId === parts.terminalId
    const recorded = operations.filter(isOwn).map(operation => parts.findRecorded(operation.id) ?? operation)
    const sent = await sendAll(parts, recorded)
    if (sent.status !== 'answered') return sent
    const answered = new Map(sent.verdicts.map(verdict => [verdict.operationId, verdict]))
    const foreign = operations.filter(operation => !isOwn(operation)).map(({ id }) => notYours(id))
    if (foreign.length > 0) await parts.settle(foreign)
    const verdictOn = (operation: Operation) =>
      isOwn(operation) ? (answered.get(operation.id) ?? deferred(operation.id)) : notYours(operation.id)
    return { status: 'answered', verdicts: operations.map(verdictOn) }
  }
}

async function sendAll(parts: PushParts, operations: readonly Operation[]): Promise<PushAnswer> {
  const settling: Promise<Verdict[]>[] = []
  const held = new Set<InmateId>()
  for (const batch of cutIntoBatches(operations, limits)) {
    const going = batch.filter(({ inmateId }) => !held.has(inmateId))
    if (going.length === 0) continue
    // One at a time: what an inmate confirmed later must not overtake what they confirmed before.
    const answer = await sendBatch(parts, going)
    if (answer.status !== 'answered') {
      if (settling.length === 0) return answer
      break
    }
    for (const [place, { inmateId }] of going.entries()) {
      if (answer.verdicts[place]?.status === 'deferred') held.add(inmateId)
    }
    settling.push(settleLater(parts, going, answer.verdicts))
  }
  return { status: 'answered', verdicts: (await Promise.all(settling)).flat() }
}

async function sendBatch(parts: PushParts, batch: Operation[]): Promise<PushAnswer> {
  const body: PushRequest = { sentAt: parts.now().toISOString(), operations: batch }
  const answer = await parts.ask({ method: 'POST', path: terminalRoutes.push, body: JSON.stringify(body) })
  if (answer.status !== 'answered') return answer
  const verdicts = readVerdicts(parts.report, batch, answer.body)
  return verdicts === undefined ? { status: 'busy', retryAfterMs: null } : { status: 'answered', verdicts }
}

/** Verifies and settles a batch's verdicts while the server works on the next. Rejects where they did not reach the disk. */
function settleLater(parts: PushParts, batch: readonly Operation[], verdicts: readonly Verdict[]): Promise<Verdict[]> {
  const settle = async () => {
    const reading = verdicts.map((verdict, place) => believeVerdict(parts, must(batch[place], 'an operation'), verdict))
    const believed = await Promise.all(reading)
    const settling = believed.filter(isSettling)
    if (settling.length > 0) await parts.settle(settling)
    return believed
  }
  const settled = settle()
  // Awaited when the last batch is sent. Until then a failure is nobody's.
  settled.catch(() => undefined)
  return settled
}

const deferred = (operationId: OperationId): Verdict => ({ status: 'deferred', operationId })

const notYours = (operationId: OperationId): SettlingVerdict => ({
  status: 'rejected',
  operationId,
  rejection: { code: 'OPERATION_NOT_YOURS' },
})

function isSettling(verdict: Verdict): verdict is SettlingVerdict {
  return verdict.status === 'applied' || verdict.status === 'duplicate' || verdict.status === 'rejected'
}
