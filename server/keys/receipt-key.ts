import { join } from 'node:path'
import { type Ed25519Key, makeEd25519Key, readEd25519Key } from './ed25519-key.ts'

/** The Ed25519 key the server signs receipts with; terminals pin its public half. */
export type ReceiptKey = Ed25519Key

/** Reads the server's receipt key from `folder`, making it at the first start. */
export async function loadReceiptKey(folder: string): Promise<ReceiptKey> {
  const path = join(folder, 'receipt-key.pem')
  return (await readEd25519Key(path)) ?? makeEd25519Key(path)
}
