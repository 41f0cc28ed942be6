import { expect, test } from 'vitest'
import { createFakeJournal } from '../testing/fake-journal.ts'
import { otherTerminalId, sampleOrder, terminalId } from '../testing/sample-operations.ts'
import { createKeptJournal } from './kept-journal.ts'
import { createRestore } from './restore.ts'

function terminal() {
  const journal = createFakeJournal()
  const { book, write, entries } = createKeptJournal(journal, async () => journal)
  return { journal, book, entries, restore: createRestore({ book, write, terminalId }) }
}

test('gives the journal back what it lost', async () => {
  const { entries, restore } = terminal()
  const order = sampleOrder()
  await restore(order)
  expect(entries()).toEqual([{ operation: order, verdict: null }])
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
