import type { OperationId } from '#shared/contracts/ids.ts'
import type { Operation } from '#shared/contracts/operation.ts'
import type { Verdict } from '#shared/contracts/verdict.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NewRecord } from '../journal/journal.ts'
import { createFakeJournal } from '../testing/fake-journal.ts'
import { sampleOrder } from '../testing/sample-operations.ts'
import { createOperationBook } from './operation-book.ts'

const rejected = (id: OperationId): Verdict => ({
  status: 'rejected',
  operationId: id,
  rejection: { code: 'ORDER_WINDOW_CLOSED' },
})
const applied = (id: OperationId): Verdict => ({ status: 'applied', operationId: id, receipt: 'r' })
const confirmed = (operation: Operation): NewRecord => ({ type: 'operation', payload: operation })
const settled = (verdict: Verdict & { operationId: OperationId }): NewRecord => ({
  type: 'settled',
  payload: { id: verdict.operationId, verdict },
})
const discarded = (id: OperationId): NewRecord => ({ type: 'discarded', payload: { id } })

function open() {
  const journal = createFakeJournal()
  const book = createOperationBook(journal.records())
  const write = async (records: readonly NewRecord[]) => {
    book.add(await journal.append(records))
  }
  return { journal, book, write }
}

const [first, second] = [sampleOrder(), sampleOrder()]

test('lists what was confirmed, in its order, with the verdicts', async () => {
  const { book, write } = open()
  await write([confirmed(first), confirmed(second)])
  await write([settled(rejected(first.id) as never)])
  expect(book.entries()).toEqual([
    { operation: first, verdict: rejected(first.id) },
    { operation: second, verdict: null },
  ])
})

test('lets go what the prison received, and still knows its id', async () => {
  const { book, write } = open()
  await write([confirmed(first), settled(applied(first.id) as never)])
  expect(book.entries()).toEqual([])
  expect(book.get(first.id)?.verdict).toEqual(applied(first.id))
})

test('lets go a parked operation its inmate put away, and no other', async () => {
  const { book, write } = open()
  await write([confirmed(first), confirmed(second), settled(rejected(first.id) as never)])
  await write([discarded(first.id), discarded(second.id)])
  expect(book.entries()).toEqual([{ operation: second, verdict: null }])
})

test('counts what it cannot read', () => {
  const record = { seq: 1, at: '2026-11-22T10:00:00.000Z', type: 'operation' as const }
  const book = createOperationBook([
    { ...record, payload: { ...first, kind: 'canteen.refund' } },
    { ...record, payload: { ...first, remark: 'x' } },
    { ...record, type: 'settled', payload: { id: first.id, verdict: { status: 'lost' } } },
    { ...record, type: 'discarded', payload: 7 },
  ])
  expect(book.entries()).toEqual([])
  expect(book.unreadable()).toBe(4)
})

test('holds what the journal holds, whatever is written, and reads the same after a restart', async () => {
  const operations = [sampleOrder(), sampleOrder(), sampleOrder()]
  const anyRecord = fc
    .tuple(fc.constantFrom(...operations), fc.constantFrom('confirm', 'apply', 'reject', 'discard'))
    .map(([operation, what]): NewRecord => {
      if (what === 'confirm') return confirmed(operation)
      if (what === 'discard') return discarded(operation.id)
      return settled((what === 'apply' ? applied(operation.id) : rejected(operation.id)) as never)
    })
  await fc.assert(
    fc.asyncProperty(fc.array(anyRecord, { maxLength: 30 }), async records => {
      const { journal, book, write } = open()
      for (const record of records) await write([record])
      const held = createOperationBook(journal.records()).entries()
      expect(new Set(book.entries())).toEqual(new Set(held))
    }),
  )
})
