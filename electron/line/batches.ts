import type { Operation } from '#shared/contracts/operation.ts'

/** What stands around the operations in a push: braces, names, the time of sending. */
const ENVELOPE_BYTES = 200

export interface BatchLimits {
  readonly operations: number
  /** Of JSON, in UTF-8. */
  readonly bytes: number
}

/**
 * Cuts operations, in their order, into batches within the limits. One that is too long by itself goes alone: it is the
 * server's to refuse, and its neighbours' way is free.
 */
export function cutIntoBatches(operations: readonly Operation[], limits: BatchLimits): Operation[][] {
  const batches: Operation[][] = []
  let room = 0
  for (const operation of operations) {
    const size = Buffer.byteLength(JSON.stringify(operation)) + 1
    const batch = batches.at(-1)
    if (batch !== undefined && batch.length < limits.operations && size <= room) {
      batch.push(operation)
      room -= size
    } else {
      batches.push([operation])
      room = limits.bytes - ENVELOPE_BYTES - size
    }
  }
  return batches
}
