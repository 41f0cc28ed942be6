import type { SealingKey } from '#shared/contracts/configuration.ts'
import { type EnrolAnswer, enrolAnswerSchema } from '#shared/contracts/enrolment.ts'
import type { TerminalId } from '#shared/contracts/ids.ts'
import type { Language } from '#shared/contracts/language.ts'
import type { Signer } from '#shared/directive/state-document.ts'
import type { Database, Transaction } from '../database/open-database.ts'
import { readPrison } from '../database/read-prison.ts'
import type { ReceiptKey } from '../keys/receipt-key.ts'

/** Whom a new terminal is told to trust. */
export interface Trust {
  readonly authorityPem: string
  readonly webAuthorityPem: string
  readonly receiptKey: Pick<ReceiptKey, 'keyId' | 'publicKey'>
  /** Who signs what is open and closed at this moment. */
  readonly readSigners: (database: Database | Transaction) => Promise<readonly Signer[]>
  /** What medical requests are sealed to at this moment. Throws `CONFIGURATION_INVALID` while there is none. */
  readonly readMedicalKey: (database: Database | Transaction) => Promise<SealingKey>
  /** What journals are sealed to at this moment. Throws `CONFIGURATION_INVALID` while there is none. */
  readonly readRecoveryKey: (database: Database | Transaction) => Promise<SealingKey>
}

export interface NewTerminal {
  readonly terminalId: TerminalId
  /** Where it reaches the server. */
  readonly serverUrl: string
  readonly language: Language
}

/** All a terminal has to know, but for where its own key lies. */
export type TerminalConfiguration = EnrolAnswer['configuration']

/** What a new terminal starts from. Throws `CONFIGURATION_INVALID` while there is no prison, or no key to seal to. */
export async function terminalConfiguration(
  database: Database | Transaction,
  { authorityPem, webAuthorityPem, receiptKey, readSigners, readMedicalKey, readRecoveryKey }: Trust,
  { terminalId, serverUrl: url, language }: NewTerminal,
): Promise<TerminalConfiguration> {
  const { keyId, publicKey } = receiptKey
  const stateSigners = await readSigners(database)
  return enrolAnswerSchema.shape.configuration.parse({
    version: 1,
    prison: await readPrison(database),
    server: { url, authorityPem, receiptKeys: [{ keyId, publicKey }], stateSigners },
    gateway: { url, authorityPem: webAuthorityPem },
    terminal: await readTerminal(database, terminalId),
    medical: await readMedicalKey(database),
    recovery: await readRecoveryKey(database),
    language,
  })
}

async function readTerminal(database: Database | Transaction, id: TerminalId) {
  return database
    .selectFrom('terminals')
    .innerJoin('cells', 'cells.id', 'terminals.cell_id')
    .select(['terminals.id', 'terminals.name', 'cells.wing_id as wingId'])
    .where('terminals.id', '=', id)
    .executeTakeFirstOrThrow()
}
