import { expect, test } from 'vitest'
import { createFakeJournal } from '../testing/fake-journal.ts'
import { otherTerminalId, sampleOrder, terminalId } from '../testing/sample-operations.ts'
import { createOperationBook } from './operation-book.ts'
import { createRestore } from './restore.ts'
import { createWriteRecords } from './write-records.ts'

function terminal() {
  const journal = createFakeJournal()
  const book = createOperationBook(journal.records())
  return { journal, book, restore: createRestore({ book, write: createWriteRecords(journal, book), terminalId }) }
}

test('gives the journal back what it lost', async () => {
  const { book, restore } = terminal()
  const order = sampleOrder()
  await restore(order)
  expect(book.entries()).toEqual([{ operation: order, verdict: null }])
})

test('leaves what the journal has as the journal has it', async () => {
  const { journal, book, restore } = terminal()
  const order = sampleOrder()
  await restore(order)
  await restore({ ...order, recordedAt: '2020-01-01T00:00:00.000Z' })
  expect(journal.appends).toHaveLength(1)
  expect(book.get(order.id)?.operation).toEqual(order)
})

test('takes nothing that was confirmed on another terminal', async () => {
  const { journal, restore } = terminal()
  const foreign = sampleOrder({ terminalId: otherTerminalId })
  await expect(restore(foreign)).rejects.toMatchObject({ code: 'OPERATION_NOT_YOURS' })
  expect(journal.appends).toHaveLength(0)
})
