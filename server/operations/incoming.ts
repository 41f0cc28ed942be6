import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '#shared/contracts/canonical-json.ts'
import { type OperationId, operationIdSchema, type TerminalId } from '#shared/contracts/ids.ts'
import { type Operation, operationSchema } from '#shared/contracts/operation.ts'

/** One entry of a batch as it was read, on its own: what is wrong with one says nothing of its neighbours. */
export type Incoming =
  | { readonly reading: 'unreadable' }
  | { readonly reading: 'invalid'; readonly id: OperationId }
  | { readonly reading: 'operation'; readonly arrived: ArrivedOperation }

/** A well-formed operation, before anybody asked whether it may be applied. */
export interface ArrivedOperation {
  readonly operation: Operation
  /** Its canonical JSON: the words the hash is of. */
  readonly text: string
  /** SHA-256 of `text`: the same id with another hash is another operation. */
  readonly hash: Buffer
  /** When the inmate confirmed, by the server's clock. */
  readonly recordedAt: Date
  readonly receivedAt: Date
  /** The terminal that proved itself and sent it, whatever the operation says of itself. */
  readonly sentBy: TerminalId
}

/** How the terminal's clock differs from the server's, seen once for a push. */
export interface ClockReading {
  readonly sentAt: string
  readonly receivedAt: Date
}

export interface Arrival extends ClockReading {
  readonly sentBy: TerminalId
}

const withId = z.object({ id: operationIdSchema })

/** Reads one entry of a batch. Never throws, whatever it is. */
export function readIncoming(raw: unknown, arrival: Arrival): Incoming {
  const operation = operationSchema.safeParse(raw)
  if (operation.success) return { reading: 'operation', arrived: arrive(operation.data, arrival) }
  const named = withId.safeParse(raw)
  return named.success ? { reading: 'invalid', id: named.data.id } : { reading: 'unreadable' }
}

function arrive(operation: Operation, arrival: Arrival): ArrivedOperation {
  const text = canonicalJson(operation)
  const hash = createHash('sha256').update(text).digest()
  const { receivedAt, sentBy } = arrival
  return { operation, text, hash, recordedAt: correctTime(operation.recordedAt, arrival), receivedAt, sentBy }
}

/**
 * Moves a time of the terminal's clock to the server's, by the offset seen when the batch was sent.
 *
 * Never after the batch arrived, and never before 1970: whatever two clocks say, the result is a time that was.
 */
export function correctTime(recordedAt: string, { sentAt, receivedAt }: ClockReading): Date {
  const correctedMs = Date.parse(recordedAt) + (receivedAt.getTime() - Date.parse(sentAt))
  return new Date(Math.min(receivedAt.getTime(), Math.max(0, correctedMs)))
}
