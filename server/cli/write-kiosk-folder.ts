import { generateKeyPairSync } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type KioskConfiguration, kioskConfigurationSchema, type SealingKey } from '#shared/contracts/configuration.ts'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Language } from '#shared/contracts/language.ts'
import type { Prison } from '#shared/contracts/sync.ts'
import type { Signer } from '#shared/directive/state-document.ts'
import { readState } from '../control/state/read-state.ts'
import type { Database } from '../database/open-database.ts'
import { enrolTerminal } from '../enrolment/enrol-terminal.ts'
import { rawPublicKey } from '../keys/ed25519-key.ts'
import type { ReceiptKey } from '../keys/receipt-key.ts'
import type { StateKeys } from '../keys/state-keys.ts'
import { writeFileDurably } from '../keys/write-file-durably.ts'

/** Whom a new terminal is told to trust. */
export interface Trust {
  readonly serverUrl: string
  readonly authorityPem: string
  readonly webAuthorityPem: string
  readonly receiptKey: ReceiptKey
  readonly stateKeys: StateKeys
  readonly medicalKey: SealingKey
  readonly recoveryKey: SealingKey
  readonly prison: Prison
  readonly language: Language
}

const PRIVATE_KEY_FILE = 'terminal-key.pem'

/**
 * Enrols a terminal and writes what it starts from: its configuration and its own new key.
 *
 * Answers the configuration file's path. The key is made here, stays in `folder`, and only its public half is registered.
 */
export async function writeKioskFolder(
  database: Database,
  name: string,
  folder: string,
  trust: Trust,
): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFileDurably(join(folder, PRIVATE_KEY_FILE), privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  const terminalId = await enrolTerminal(database, name, rawPublicKey(privateKey), new Date())
  const { receiptKey, stateKeys, medicalKey, recoveryKey, prison } = trust
  const configuration: KioskConfiguration = kioskConfigurationSchema.parse({
    version: 1,
    prison,
    server: {
      url: trust.serverUrl,
      authorityPem: trust.authorityPem,
      receiptKeys: [{ keyId: receiptKey.keyId, publicKey: receiptKey.publicKey }],
      stateSigners: await currentSigners(database, stateKeys),
    },
    gateway: { url: trust.serverUrl, authorityPem: trust.webAuthorityPem },
    terminal: { id: terminalId, name, wingId: await wingOf(database, terminalId), privateKeyFile: PRIVATE_KEY_FILE },
    medical: medicalKey,
    recovery: recoveryKey,
    language: trust.language,
  })
  const path = join(folder, 'kiosk.json')
  await writeFileDurably(path, `${JSON.stringify(configuration, null, 2)}\n`)
  return path
}

/** Whom the document in force names; before there is one, the key that will sign it. */
async function currentSigners(database: Database, { first }: StateKeys): Promise<readonly Signer[]> {
  const state = await readState(database)
  return state?.document.signers ?? [{ keyId: first.keyId, publicKey: first.publicKey }]
}

async function wingOf(database: Database, terminalId: TerminalId): Promise<string> {
  const { wingId } = await database
    .selectFrom('terminals')
    .innerJoin('cells', 'cells.id', 'terminals.cell_id')
    .select('cells.wing_id as wingId')
    .where('terminals.id', '=', terminalId)
    .executeTakeFirstOrThrow()
  return wingId
}
