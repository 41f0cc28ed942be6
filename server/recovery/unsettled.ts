import { z } from 'zod'
import { operationSchema, type OperationKind } from '#shared/contracts/operation.ts'
import type { JournalRecord } from '#shared/journal/journal-record.ts'

/** An operation that the terminal recorded and has no final answer to. */
export interface UnsettledOperation {
  /** Its number in the journal: the order it was recorded in. */
  readonly seq: number
  /** What is sent, as it was recorded. */
  readonly payload: unknown
  readonly about: OperationFacts
}

/** What can be said of an operation without reading what it asks for. Each is null where it cannot be read. */
export interface OperationFacts {
  readonly id: string | null
  readonly kind: OperationKind | null
  readonly inmateId: string | null
  readonly terminalId: string | null
  readonly recordedAt: string | null
}

const kindSchema = z.union(operationSchema.options.map(({ shape }) => shape.kind))
const readable = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null).default(null)
// Loose and piece by piece: what is wrong with one field says nothing of the others.
const factsSchema = z
  .object({
    id: readable(z.uuid()),
    kind: readable(kindSchema),
    inmateId: readable(z.uuid()),
    terminalId: readable(z.uuid()),
    recordedAt: readable(z.iso.datetime()),
  })
  .catch({ id: null, kind: null, inmateId: null, terminalId: null, recordedAt: null })
const parkedSchema = z.looseObject({ id: z.string(), verdict: z.looseObject({ status: z.literal('rejected') }) })

/** What a journal's live records leave to be done. */
export interface LeftToDo {
  readonly unsettled: readonly UnsettledOperation[]
  /** Operations the prison has refused already, and whose inmate had not put them away: they are not sent again. */
  readonly refusedBefore: number
}

/** Tells operations without an answer from those the prison answered. In their order. */
export function readLeftToDo(records: readonly JournalRecord[]): LeftToDo {
  const parked = new Set(
    records.flatMap(({ type, payload }) =>
      type === 'settled' ? (parkedSchema.safeParse(payload).data?.id ?? []) : [],
    ),
  )
  const operations = records
    .filter(({ type }) => type === 'operation')
    .map(({ seq, payload }) => ({ seq, payload, about: factsSchema.parse(payload) }))
  const unsettled = operations.filter(({ about }) => about.id === null || !parked.has(about.id))
  return { unsettled, refusedBefore: operations.length - unsettled.length }
}
