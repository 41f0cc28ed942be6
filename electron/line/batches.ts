import type { Operation } from '#shared/contracts/operation.ts'

/** What stands around the operations in a push: braces, names, the time of sending. */
const ENVELOPE_BYTES = 200

/**
 * Cuts operations, in their order, into batches of at most `limitBytes` of JSON. One that is too long by itself goes
 * alone: it is the server's to refuse, and its neighbours' way is free.
 */
export function cutIntoBatches(operations: readonly Operation[], limitBytes: number): Operation[][] {
  const batches: Operation[][] = []
  let room = 0
  for (const operation of operations) {
    const size = Buffer.byteLength(JSON.stringify(operation)) + 1
    const batch = batches.at(-1)
    if (batch !== undefined && size <= room) {
      batch.push(operation)
      room -= size
    } else {
      batches.push([operation])
      room = limitBytes - ENVELOPE_BYTES - size
    }
  }
  return batches
}
