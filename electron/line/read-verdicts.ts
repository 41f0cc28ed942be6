import type { Operation } from '#shared/contracts/operation.ts'
import { verdictSchema, type Verdict } from '#shared/contracts/verdict.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { z } from 'zod'
import type { VerifyReceipt } from './verify-receipt.ts'

// The verdicts are read one by one: one this version does not know must not spoil those beside it.
const answerSchema = z.strictObject({ verdicts: z.array(z.unknown()) })

export type Report = (error: unknown) => void

/**
 * Reads the server's answer to a batch: one verdict for each operation, in order. `undefined` where it is no answer to
 * this batch at all.
 *
 * A verdict that cannot be read (of another operation, unknown) becomes `deferred`: the operation is kept and sent again,
 * and someone is told. Receipts are not verified yet.
 */
export function readVerdicts(report: Report, batch: readonly Operation[], body: unknown): Verdict[] | undefined {
  const answer = answerSchema.safeParse(body)
  if (!answer.success || answer.data.verdicts.length !== batch.length) {
    report(new GuichetError('BODY_INVALID', 'the answer to a push is not one verdict for each operation'))
    return undefined
  }
  return batch.map((operation, index) => {
    try {
      return readVerdict(operation, answer.data.verdicts[index])
    } catch (error) {
      report(error)
      return { status: 'deferred', operationId: operation.id }
    }
  })
}

function readVerdict(operation: Operation, value: unknown): Verdict {
  const verdict = verdictSchema.safeParse(value)
  if (!verdict.success) throw new GuichetError('BODY_INVALID', 'a verdict this terminal does not know')
  const { data } = verdict
  // This version of the server will never read it: the person who wrote it has to know, so it is parked like any refusal.
  if (data.status === 'unreadable') {
    return { status: 'rejected', operationId: operation.id, rejection: { code: 'OPERATION_INVALID' } }
  }
  if (data.operationId !== operation.id) throw new GuichetError('BODY_INVALID', 'a verdict on another operation')
  return data
}

/**
 * The verdict, if it can be believed. One whose receipt proves nothing becomes `deferred`: the operation is kept and sent
 * again, and someone is told.
 */
export async function believeVerdict(
  { verifyReceipt, report }: { readonly verifyReceipt: VerifyReceipt; readonly report: Report },
  operation: Operation,
  verdict: Verdict,
): Promise<Verdict> {
  try {
    if (verdict.status === 'applied' || verdict.status === 'duplicate') await verifyReceipt(operation, verdict.receipt)
    return verdict
  } catch (error) {
    report(error)
    return { status: 'deferred', operationId: operation.id }
  }
}
