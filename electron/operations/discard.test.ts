import { expect, test } from 'vitest'
import { createFakeJournal } from '../testing/fake-journal.ts'
import { amara, bilal, newId, sampleOrder } from '../testing/sample-operations.ts'
import { createDiscard } from './discard.ts'
import { createKeptJournal } from './kept-journal.ts'
import { createSettle } from './settle.ts'

async function terminal(status: 'waiting' | 'parked') {
  const journal = createFakeJournal()
  const { book, write, entries } = createKeptJournal(journal, async () => journal)
  const order = sampleOrder()
  await write([{ type: 'operation', payload: order }])
  const rejection = { code: 'ORDER_WINDOW_CLOSED' } as const
  if (status === 'parked') await createSettle(book, write)([{ status: 'rejected', operationId: order.id, rejection }])
  return { entries, order, discard: createDiscard({ book, write }) }
}

test('a parked operation goes when its inmate puts it away', async () => {
  const { entries, order, discard } = await terminal('parked')
  await discard(order.id, amara)
  expect(entries()).toEqual([])
  await expect(discard(order.id, amara)).resolves.toBeUndefined()
})

test('nobody else puts it away', async () => {
  const { entries, order, discard } = await terminal('parked')
  await expect(discard(order.id, bilal)).rejects.toMatchObject({ code: 'OPERATION_NOT_YOURS' })
  expect(entries()).toHaveLength(1)
})

test('what the prison has not answered stays, whoever asks', async () => {
  const { entries, order, discard } = await terminal('waiting')
  await expect(discard(order.id, amara)).rejects.toMatchObject({ code: 'OPERATION_NOT_YOURS' })
  expect(entries()).toHaveLength(1)
})

test('what is not there is put away already', async () => {
  const { discard } = await terminal('waiting')
  await expect(discard(newId(), amara)).resolves.toBeUndefined()
})
