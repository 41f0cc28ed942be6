import type { JournalEntry } from '#shared/contracts/bridge.ts'
import type { Verdict } from '#shared/contracts/verdict.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { newEntry } from './outbox-state.ts'
import { reconcileOutbox } from './reconcile-outbox.ts'
import type { OutboxEntry } from './rows.ts'
import { anOrder, operationId } from './testing/sample-operations.ts'
import { anEntry } from './testing/sample-rows.ts'

const rejection = { code: 'ORDER_WINDOW_CLOSED' } as const
const verdictOf = {
  none: () => null,
  applied: (n: number): Verdict => ({ status: 'applied', operationId: operationId(n), receipt: 'r' }),
  rejected: (n: number): Verdict => ({ status: 'rejected', operationId: operationId(n), rejection }),
}
const inJournal = (n: number, verdict: keyof typeof verdictOf = 'none'): JournalEntry => ({
  operation: anOrder(n),
  verdict: verdictOf[verdict](n),
})

test('rebuilds the whole outbox from the journal when the browser database is gone', () => {
  const { toAdd, order } = reconcileOutbox([inJournal(1), inJournal(2, 'rejected'), inJournal(3, 'applied')], [])
  expect(toAdd).toEqual([
    { operation: anOrder(1), state: 'pending', rejection: null },
    { operation: anOrder(2), state: 'parked', rejection },
  ])
  expect(order.slice(0, 2)).toEqual([1, 2].map(operationId))
})

test('gives back to the journal what it lost', () => {
  expect(reconcileOutbox([], [anEntry(1)]).toRestoreToJournal).toEqual([anOrder(1)])
})

test('does not give back what its person may have put away', () => {
  expect(reconcileOutbox([], [anEntry(1, { state: 'parked', rejection })]).toRestoreToJournal).toEqual([])
})

test('settles what the journal knows as settled and the outbox does not', () => {
  const { toSettle } = reconcileOutbox([inJournal(1, 'applied'), inJournal(2, 'rejected')], [anEntry(1), anEntry(2)])
  expect(toSettle).toEqual([verdictOf.applied(1), verdictOf.rejected(2)])
})

test('keeps an operation the journal lost behind the one it was confirmed after', () => {
  const { order } = reconcileOutbox([inJournal(1), inJournal(3)], [anEntry(1), anEntry(2), anEntry(3)])
  expect(order).toEqual([1, 2, 3].map(operationId))
})

const standing = fc.constantFrom('absent', 'none', 'applied', 'rejected')
const state = fc.constantFrom('absent', 'pending', 'sent', 'parked')
const twoStores = fc.array(fc.tuple(standing, state), { maxLength: 12 }).map(operations => ({
  journal: operations.flatMap(([verdict], index) => (verdict === 'absent' ? [] : [inJournal(index + 1, verdict)])),
  outbox: operations.flatMap(([, own], index): OutboxEntry[] => {
    if (own === 'absent') return []
    return [{ ...newEntry(index + 1, anOrder(index + 1)), state: own, rejection: own === 'parked' ? rejection : null }]
  }),
}))

/** What carrying a reconciliation out makes of both stores. */
function carriedOut(journal: readonly JournalEntry[], outbox: readonly OutboxEntry[]) {
  const { toAdd, toSettle, toRestoreToJournal, order } = reconcileOutbox(journal, outbox)
  const settled = new Map(toSettle.map(verdict => [verdict.operationId, verdict]))
  const entries = [...outbox, ...toAdd.map(part => ({ ...newEntry(0, part.operation), ...part }))]
    .filter(({ operation }) => settled.get(operation.id)?.status !== 'applied')
    .map((entry): OutboxEntry => {
      const isParked = entry.state === 'parked' || settled.get(entry.operation.id)?.status === 'rejected'
      const seq = order.indexOf(entry.operation.id) + 1
      return isParked ? { ...entry, seq, state: 'parked', rejection } : { ...entry, seq }
    })
    .toSorted((a, b) => a.seq - b.seq)
  return { entries, journal: [...journal, ...toRestoreToJournal.map(operation => ({ operation, verdict: null }))] }
}

test('nothing either of them held is lost, except what the prison has accepted', () => {
  fc.assert(
    fc.property(twoStores, ({ journal, outbox }) => {
      const accepted = new Set(
        journal.filter(({ verdict }) => verdict?.status === 'applied').map(({ operation }) => operation.id),
      )
      const held = new Set([...journal, ...outbox].map(({ operation }) => operation.id))
      const { entries } = carriedOut(journal, outbox)
      expect(new Set(entries.map(({ operation }) => operation.id))).toEqual(
        new Set([...held].filter(id => !accepted.has(id))),
      )
    }),
  )
})

test('reconciling the outcome again changes nothing', () => {
  fc.assert(
    fc.property(twoStores, ({ journal, outbox }) => {
      const once = carriedOut(journal, outbox)
      const again = reconcileOutbox(once.journal, once.entries)
      expect(again).toMatchObject({ toAdd: [], toSettle: [], toRestoreToJournal: [] })
    }),
  )
})

test('everything unsettled is in the journal afterwards', () => {
  fc.assert(
    fc.property(twoStores, ({ journal, outbox }) => {
      const after = carriedOut(journal, outbox)
      const known = new Set(after.journal.map(({ operation }) => operation.id))
      const unsettled = after.entries.filter(entry => entry.state !== 'parked')
      expect(unsettled.every(({ operation }) => known.has(operation.id))).toBe(true)
    }),
  )
})

test('the push order keeps both the order of the journal and that of the outbox', () => {
  fc.assert(
    fc.property(twoStores, ({ journal, outbox }) => {
      const { order } = reconcileOutbox(journal, outbox)
      expect(order).toEqual(order.toSorted())
      expect(new Set(order).size).toBe(order.length)
    }),
  )
})
