import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Operation } from '#shared/contracts/operation.ts'
import { sampleOrder, sampleReminder } from '../testing/sample-operations.ts'
import { cutIntoBatches } from './batches.ts'

const bodyBytes = (operations: readonly Operation[]) =>
  Buffer.byteLength(JSON.stringify({ sentAt: new Date(0).toISOString(), operations }))

const inBytes = (bytes: number) => ({ operations: 1000, bytes })

const anyOperations = fc.array(
  fc.constantFrom('order', 'reminder').map((kind): Operation => (kind === 'order' ? sampleOrder() : sampleReminder())),
  { maxLength: 40 },
)

test('cutting keeps every operation, in its order', () => {
  fc.assert(
    fc.property(anyOperations, fc.integer({ min: 0, max: 5000 }), (operations, limit) => {
      expect(cutIntoBatches(operations, inBytes(limit)).flat()).toEqual(operations)
    }),
  )
})

test('no batch is longer than allowed, but for one that is too long by itself', () => {
  fc.assert(
    fc.property(anyOperations, fc.integer({ min: 200, max: 5000 }), (operations, limit) => {
      for (const batch of cutIntoBatches(operations, inBytes(limit))) {
        expect(batch.length === 1 || bodyBytes(batch) <= limit).toBe(true)
      }
    }),
  )
})

test('what fits goes together', () => {
  const operations = Array.from({ length: 50 }, () => sampleOrder())
  expect(cutIntoBatches(operations, inBytes(2 * 1024 * 1024))).toHaveLength(1)
})

test('no batch holds more operations than allowed', () => {
  const operations = Array.from({ length: 50 }, () => sampleReminder())
  const batches = cutIntoBatches(operations, { operations: 20, bytes: 2 * 1024 * 1024 })
  expect(batches.map(batch => batch.length)).toEqual([20, 20, 10])
})
