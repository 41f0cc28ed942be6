import type { KeyObject } from 'node:crypto'
import type { Receipt } from '#shared/contracts/receipt.ts'
import { signJws } from '../keys/sign-jws.ts'

/** The key the prison signs receipts with; terminals pin its public half under its id. */
export interface ReceiptKeys {
  readonly receiptKeyId: string
  readonly receiptPrivateKey: KeyObject
}

export type SignReceipt = (receipt: Receipt) => string

/** Signs receipts as compact JWS, header `{alg, kid, typ: "receipt+jwt"}`. */
export function createSignReceipt({ receiptKeyId, receiptPrivateKey }: ReceiptKeys): SignReceipt {
  const key = { keyId: receiptKeyId, privateKey: receiptPrivateKey }
  return receipt => signJws(key, 'receipt+jwt', JSON.stringify(receipt))
}
