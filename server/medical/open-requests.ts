import { type RequestId, requestIdSchema } from '#shared/contracts/ids.ts'
import { sealedSchema } from '#shared/contracts/sealed.ts'
import { type MedicalContent, medicalContentSchema } from '#shared/medical/medical-content.ts'
import { open } from '#shared/sealing/seal.ts'
import type { OpeningKey } from '#shared/sealing/sealing-key-pair.ts'
import type { Database } from '../database/open-database.ts'

/** A medical request as its service reads it. `content` is null where this key does not open it. */
export interface OpenedRequest {
  readonly id: RequestId
  readonly state: string
  readonly receivedAt: string
  readonly dueAt: string
  readonly inmate: {
    readonly number: string
    readonly givenName: string
    readonly familyName: string
    readonly cellId: string | null
  }
  readonly content: MedicalContent | null
}

/** Opens the medical requests of a prison with the service's private key, oldest due first. */
export async function openRequests(database: Database, key: OpeningKey): Promise<OpenedRequest[]> {
  const rows = await database
    .selectFrom('medical_requests')
    .innerJoin('requests', 'requests.id', 'medical_requests.request_id')
    .innerJoin('operations', 'operations.id', 'requests.id')
    .innerJoin('inmates', 'inmates.id', 'requests.inmate_id')
    .leftJoin('cell_stays', join =>
      join.onRef('cell_stays.inmate_id', '=', 'inmates.id').on('cell_stays.until', 'is', null),
    )
    .select([
      'requests.id',
      'requests.state',
      'requests.received_at',
      'requests.due_at',
      'requests.inmate_id',
      'operations.terminal_id',
    ])
    .select([
      'inmates.number',
      'inmates.given_name',
      'inmates.family_name',
      'cell_stays.cell_id',
      'medical_requests.sealed',
    ])
    .orderBy('requests.due_at')
    .orderBy('requests.id')
    .execute()
  return Promise.all(
    rows.map(async row => ({
      id: requestIdSchema.parse(row.id),
      state: row.state,
      receivedAt: row.received_at.toISOString(),
      dueAt: row.due_at.toISOString(),
      inmate: { number: row.number, givenName: row.given_name, familyName: row.family_name, cellId: row.cell_id },
      content: await openContent(key, row),
    })),
  )
}

interface SealedRow {
  readonly id: string
  readonly inmate_id: string
  readonly terminal_id: string
  readonly sealed: unknown
}

async function openContent(key: OpeningKey, row: SealedRow): Promise<MedicalContent | null> {
  const context = { operationId: row.id, inmateId: row.inmate_id, terminalId: row.terminal_id }
  // Sealed by a terminal, so what comes out is as foreign as what came in.
  const opened = await open(key, context, sealedSchema.parse(row.sealed)).catch(() => null)
  return medicalContentSchema.nullable().catch(null).parse(opened)
}
