import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Operation } from '#shared/contracts/operation.ts'
import { sampleOrder, sampleReminder } from '../testing/sample-operations.ts'
import { cutIntoBatches } from './batches.ts'

const bodyBytes = (operations: readonly Operation[]) =>
  Buffer.byteLength(JSON.stringify({ sentAt: new Date(0).toISOString(), operations }))

const anyOperations = fc.array(
  fc.constantFrom('order', 'reminder').map((kind): Operation => (kind === 'order' ? sampleOrder() : sampleReminder())),
  { maxLength: 40 },
)

test('cutting keeps every operation, in its order', () => {
  fc.assert(
    fc.property(anyOperations, fc.integer({ min: 0, max: 5000 }), (operations, limit) => {
      expect(cutIntoBatches(operations, limit).flat()).toEqual(operations)
    }),
  )
})

test('no batch is longer than allowed, but for one that is too long by itself', () => {
  fc.assert(
    fc.property(anyOperations, fc.integer({ min: 200, max: 5000 }), (operations, limit) => {
      for (const batch of cutIntoBatches(operations, limit)) {
        expect(batch.length === 1 || bodyBytes(batch) <= limit).toBe(true)
      }
    }),
  )
})

test('what fits goes together', () => {
  const operations = Array.from({ length: 50 }, () => sampleOrder())
  expect(cutIntoBatches(operations, 2 * 1024 * 1024)).toHaveLength(1)
})
