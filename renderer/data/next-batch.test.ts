import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextBatch } from './next-batch.ts'
import { newEntry } from './outbox-state.ts'
import type { OutboxEntry } from './rows.ts'
import { anOrder, inmateId, operationId } from './testing/sample-operations.ts'

const entry = (n: number, owner = 1, state: OutboxEntry['state'] = 'pending'): OutboxEntry => ({
  ...newEntry(n, anOrder(n, inmateId(owner))),
  state,
})
const idsOf = (entries: readonly OutboxEntry[]) => entries.map(({ operation }) => operation.id)
const limits = { maxEntries: 200, maxBytes: 1_000_000 }

test('goes in the order of confirmation', () => {
  expect(idsOf(nextBatch([entry(2), entry(1), entry(3)], new Set()))).toEqual([1, 2, 3].map(operationId))
})

test('sends again what went without an answer', () => {
  expect(idsOf(nextBatch([entry(1, 1, 'sent'), entry(2)], new Set()))).toEqual([1, 2].map(operationId))
})

test('leaves parked entries to their person, and nothing behind them', () => {
  expect(idsOf(nextBatch([entry(1, 1, 'parked'), entry(2)], new Set()))).toEqual([operationId(2)])
})

test('carries a single entry that is longer than a body', () => {
  expect(nextBatch([entry(1), entry(2)], new Set(), { maxEntries: 200, maxBytes: 10 })).toHaveLength(1)
})

const entries = fc
  .array(fc.record({ owner: fc.integer({ min: 1, max: 3 }), state: fc.constantFrom('pending', 'sent', 'parked') }), {
    maxLength: 30,
  })
  .map(drafts => drafts.map(({ owner, state }, index) => entry(index + 1, owner, state)))
const heldOwners = fc.uniqueArray(fc.integer({ min: 1, max: 3 })).map(owners => new Set(owners.map(inmateId)))

test('never sends a later entry of an inmate while an earlier one stays behind', () => {
  fc.assert(
    fc.property(entries, heldOwners, fc.integer({ min: 1, max: 30 }), (all, held, maxEntries) => {
      const batch = nextBatch(all, held, { ...limits, maxEntries })
      const chosen = new Set(idsOf(batch))
      const waiting = all.filter(({ state }) => state !== 'parked')
      for (const sent of batch) {
        const earlier = waiting.filter(
          other => other.operation.inmateId === sent.operation.inmateId && other.seq < sent.seq,
        )
        expect(earlier.every(({ operation }) => chosen.has(operation.id))).toBe(true)
        expect(held.has(sent.operation.inmateId)).toBe(false)
      }
      expect(batch.length).toBeLessThanOrEqual(maxEntries)
    }),
  )
})

test('is empty only when nothing may go', () => {
  fc.assert(
    fc.property(entries, heldOwners, (all, held) => {
      const mayGo = all.filter(({ state, operation }) => state !== 'parked' && !held.has(operation.inmateId))
      expect(nextBatch(all, held).length === 0).toBe(mayGo.length === 0)
    }),
  )
})
