import type { SettlingVerdict } from '#shared/contracts/verdict.ts'
import { expect, test } from 'vitest'
import { createFakeJournal } from '../testing/fake-journal.ts'
import { sampleOrder } from '../testing/sample-operations.ts'
import { createKeptJournal } from './kept-journal.ts'
import { createSettle } from './settle.ts'

const [order, other] = [sampleOrder(), sampleOrder()]
const applied: SettlingVerdict = { status: 'applied', operationId: order.id, receipt: 'r' }
const duplicate: SettlingVerdict = { ...applied, status: 'duplicate' }
const rejected: SettlingVerdict = {
  status: 'rejected',
  operationId: other.id,
  rejection: { code: 'ORDER_WINDOW_CLOSED' },
}

async function terminal() {
  const journal = createFakeJournal()
  const { book, write } = createKeptJournal(journal, async () => journal)
  await write([order, other].map(payload => ({ type: 'operation', payload })))
  journal.appends.length = 0
  return { journal, settle: createSettle(book, write) }
}

test('writes all verdicts of a batch at once', async () => {
  const { journal, settle } = await terminal()
  await settle([applied, rejected])
  expect(journal.appends.map(records => records.map(record => record.payload))).toEqual([
    [
      { id: order.id, verdict: applied },
      { id: other.id, verdict: rejected },
    ],
  ])
})

test('writes nothing that is there already', async () => {
  const { journal, settle } = await terminal()
  await settle([applied, rejected])
  await settle([duplicate, rejected])
  await settle([{ ...applied, operationId: sampleOrder().id }])
  expect(journal.appends).toHaveLength(1)
})
