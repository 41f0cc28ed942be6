import { canonicalJson } from '#shared/contracts/canonical-json.ts'
import type { KioskConfiguration } from '#shared/contracts/configuration.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import { receiptSchema, type Receipt } from '#shared/contracts/receipt.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { createHash } from 'node:crypto'
import { createOpenSigned, type SignatureFault } from './open-signed.ts'

/** How the prison marks what it signed as a receipt. */
const RECEIPT_TYPE = 'receipt+jwt'

/** Rejects with `RECEIPT_INVALID` unless `receipt` is the prison's proof that it received exactly `operation`. */
export type VerifyReceipt = (operation: Operation, receipt: string) => Promise<Receipt>

/**
 * Checks receipts against the keys the terminal pinned at enrolment.
 *
 * A receipt is what an inmate holds against the prison, so it must be about these words (their hash), this person, this
 * terminal, this prison; a true signature over anything else proves nothing.
 */
export function createVerifyReceipt(
  prisonId: string,
  pinned: KioskConfiguration['server']['receiptKeys'],
): VerifyReceipt {
  const openSigned = createOpenSigned()
  return async (operation, text) => {
    const opened = await openSigned(text, pinned, RECEIPT_TYPE)
    if (!opened.ok) throw invalid(faults[opened.why])
    const receipt = receiptSchema.safeParse(opened.content)
    if (!receipt.success) throw invalid('it does not say what a receipt says')
    if (!isAbout(receipt.data, operation, prisonId)) throw invalid('it is about something else')
    return receipt.data
  }
}

/** The hash a receipt carries: which words were received. */
export function operationHash(operation: Operation): string {
  return createHash('sha256').update(canonicalJson(operation)).digest('base64url')
}

function isAbout(receipt: Receipt, operation: Operation, prisonId: string): boolean {
  return (
    receipt.prisonId === prisonId &&
    receipt.operationId === operation.id &&
    receipt.kind === operation.kind &&
    receipt.inmateId === operation.inmateId &&
    receipt.terminalId === operation.terminalId &&
    receipt.operationHash === operationHash(operation)
  )
}

const faults: Record<SignatureFault, string> = {
  'no-jws': 'it is not a compact JWS',
  'other-type': 'it was not signed as a receipt',
  'key-unknown': 'it is signed with a key that is not pinned',
  'signature-wrong': 'the signature is wrong',
}

const invalid = (why: string) => new GuichetError('RECEIPT_INVALID', why)
