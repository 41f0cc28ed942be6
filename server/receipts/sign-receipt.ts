import { type KeyObject, sign } from 'node:crypto'
import type { Receipt } from '#shared/contracts/receipt.ts'

/** The key the prison signs receipts with; terminals pin its public half under its id. */
export interface ReceiptKeys {
  readonly receiptKeyId: string
  readonly receiptPrivateKey: KeyObject
}

export type SignReceipt = (receipt: Receipt) => string

/** Signs receipts as compact JWS (RFC 7515) with Ed25519 (RFC 8037), header `{alg, kid, typ: "receipt+jwt"}`. */
export function createSignReceipt({ receiptKeyId, receiptPrivateKey }: ReceiptKeys): SignReceipt {
  const header = toBase64url({ alg: 'EdDSA', kid: receiptKeyId, typ: 'receipt+jwt' })
  return receipt => {
    const signed = `${header}.${toBase64url(receipt)}`
    return `${signed}.${sign(null, Buffer.from(signed), receiptPrivateKey).toString('base64url')}`
  }
}

function toBase64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
