import { canonicalJson } from '#shared/contracts/canonical-json.ts'
import type { KioskConfiguration } from '#shared/contracts/configuration.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import { receiptSchema, type Receipt } from '#shared/contracts/receipt.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'

/** On another thread: a long outbox's receipts must not hold up the page, and several are verified at once. */
const verifySignature = promisify<null, Buffer, KeyObject, Buffer, boolean>(verify)

const headerSchema = z.strictObject({ alg: z.literal('EdDSA'), kid: z.string(), typ: z.string().optional() })

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
  const keys = new Map<string, KeyObject>()
  for (const { keyId, publicKey } of pinned) {
    keys.set(keyId, createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: publicKey } }))
  }
  return async (operation, text) => {
    const receipt = receiptSchema.safeParse(await openSigned(text, keys))
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

/** Signature first: nothing of the content is looked at before it. */
async function openSigned(text: string, keys: ReadonlyMap<string, KeyObject>): Promise<unknown> {
  const [header, content, signature, ...rest] = text.split('.')
  if (header === undefined || content === undefined || signature === undefined || rest.length > 0) {
    throw invalid('it is not a compact JWS')
  }
  const { data } = headerSchema.safeParse(decode(header))
  const key = data === undefined ? undefined : keys.get(data.kid)
  if (key === undefined) throw invalid('it is signed with a key that is not pinned')
  const signed = Buffer.from(`${header}.${content}`)
  const isGenuine = await verifySignature(null, signed, key, Buffer.from(signature, 'base64url'))
  if (!isGenuine) throw invalid('the signature is wrong')
  return decode(content)
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    // Not JSON: no schema takes it.
    return undefined
  }
}

const invalid = (why: string) => new GuichetError('RECEIPT_INVALID', why)
