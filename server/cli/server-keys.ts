import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Identity } from '../keys/authority.ts'
import { loadReceiptKey, type ReceiptKey } from '../keys/receipt-key.ts'
import { loadServerTls, loadWebAuthority, type ServerTls } from '../keys/server-identity.ts'
import { loadStateKeys, type StateKeys } from '../keys/state-keys.ts'

export interface ServerKeys {
  readonly tls: ServerTls
  readonly webAuthority: Identity
  readonly receiptKey: ReceiptKey
  readonly stateKeys: StateKeys
}

/** The keys of a server, made at its first start. */
export async function loadServerKeys(
  dataFolder: string,
  ...hostsToName: readonly (string | undefined)[]
): Promise<ServerKeys> {
  const folder = join(dataFolder, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const given = hostsToName.filter(host => host !== undefined)
  const hosts = [...new Set(['127.0.0.1', 'localhost', ...given])]
  const now = new Date()
  return {
    tls: await loadServerTls(folder, 'Guichet', hosts, now),
    webAuthority: await loadWebAuthority(folder, 'Guichet', now),
    receiptKey: await loadReceiptKey(folder),
    stateKeys: await loadStateKeys(folder),
  }
}
