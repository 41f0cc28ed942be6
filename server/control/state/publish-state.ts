import { sql } from 'kysely'
import { canonicalJson } from '#shared/contracts/canonical-json.ts'
import type { OrderId } from '#shared/directive/closing.ts'
import type { OrderedState } from '#shared/directive/apply-order.ts'
import {
  MAX_SIGNED_LENGTH,
  type Signer,
  STATE_TYPE,
  type StateDocument,
  stateDocumentSchema,
} from '#shared/directive/state-document.ts'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { type AuditEntry, appendAudit } from '../../audit/append-audit.ts'
import type { Transaction } from '../../database/open-database.ts'
import { signJws } from '../../keys/sign-jws.ts'
import type { StateKey, StateKeys } from '../../keys/state-keys.ts'
import { type OpenedState, openState } from './open-state.ts'

/** Told to every server when there is a new document. */
export const STATE_CHANNEL = 'guichet_state'

const CONTROL_LOCK = 74_831_001

/** One order at a time in the whole prison, until the transaction ends: so the second of two knows what the first did. */
export async function lockControl(transaction: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CONTROL_LOCK})`.execute(transaction)
}

/** What the next document is made of. */
export interface Publication {
  readonly state: OrderedState
  readonly orderId?: OrderId
  /** Whom terminals believe from this document on. Left out: whom they believe now. */
  readonly signers?: readonly Signer[]
  /** A version that exists elsewhere: the next one is above it. */
  readonly above?: number
  /** The record of it; its subject gets the version. */
  readonly audit: Omit<AuditEntry, 'at'>
  readonly now: Date
}

/**
 * Makes the document that follows `current`, signed and on the disk with its audit record once the transaction commits. Servers
 * are told then, and send it: one that is killed in between loses nothing.
 *
 * The caller holds `lockControl`, and read `current` since.
 */
export async function publishState(
  transaction: Transaction,
  keys: StateKeys,
  current: OpenedState | undefined,
  publication: Publication,
): Promise<OpenedState> {
  const { publicKey, keyId } = keys.first
  const document = stateDocumentSchema.parse({
    format: 1,
    prisonId: current?.document.prisonId ?? (await readPrisonId(transaction)),
    version: nextVersion(current, publication.above),
    issuedAt: publication.now.toISOString(),
    ...publication.state,
    signers: publication.signers ?? current?.document.signers ?? [{ keyId, publicKey }],
  })
  const key = current === undefined ? keys.first : await signingKey(keys, current.document)
  const jws = signJws(key, STATE_TYPE, canonicalJson(document))
  if (jws.length > MAX_SIGNED_LENGTH) {
    throw new GuichetError(
      'ORDER_REFUSED',
      'Too much is closed one by one. Close something wider, or reopen something.',
    )
  }
  const opened = { jws, keyId: key.keyId, document }
  await store(transaction, opened, publication)
  return opened
}

/** Of the document that follows `current`, and one that exists elsewhere. */
export function nextVersion(current: OpenedState | undefined, above = 0): number {
  return Math.max(current?.document.version ?? 0, above) + 1
}

async function readPrisonId(transaction: Transaction): Promise<string> {
  const { id } = await transaction.selectFrom('prison').select('id').executeTakeFirstOrThrow()
  return id
}

async function store(
  transaction: Transaction,
  { jws, keyId, document }: OpenedState,
  { orderId, audit, now }: Publication,
): Promise<void> {
  const { version, signers } = document
  await transaction
    .insertInto('state_documents')
    .values({
      version,
      issued_at: now,
      jws,
      key_id: keyId,
      signers: signers.map(signer => signer.keyId),
      order_id: orderId ?? null,
    })
    .execute()
  await appendAudit(transaction, { ...audit, at: now, subject: { ...audit.subject, version } })
  await sql`select pg_notify(${STATE_CHANNEL}, ${String(version)})`.execute(transaction)
}

/** The document in force; `undefined` while there is none. Throws where it was not signed by a key this server has. */
export async function readCurrent(transaction: Transaction, keys: StateKeys): Promise<OpenedState | undefined> {
  const row = await transaction
    .selectFrom('state_documents')
    .select(['version', 'jws'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const opened = await openState(keys, row.jws)
  if (opened === undefined || opened.document.version !== row.version) {
    throw new GuichetError(
      'DATA_FOLDER_UNUSABLE',
      'The state document in force was not signed by a key of this server. Bring back the keys folder it belongs to.',
    )
  }
  return opened
}

/** The key terminals believe now: the one named last. */
export async function signingKey(keys: StateKeys, document: Pick<StateDocument, 'signers'>): Promise<StateKey> {
  const key = await keys.find(document.signers.at(-1)?.keyId ?? '')
  if (key !== undefined) return key
  throw new GuichetError(
    'DATA_FOLDER_UNUSABLE',
    'The key that signs what is open and closed is not in this server’s keys folder.',
  )
}
