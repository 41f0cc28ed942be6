import { expect, test } from 'vitest'
import { createFakeJournal } from '../testing/fake-journal.ts'
import { sampleOrder } from '../testing/sample-operations.ts'
import { createKeptJournal } from './kept-journal.ts'

const [first, second] = [sampleOrder(), sampleOrder()]
const confirmed = (payload: unknown) => [{ type: 'operation' as const, payload }]

test('nothing is in the book that is not on the disk', async () => {
  const journal = createFakeJournal()
  const kept = createKeptJournal(journal, async () => journal)
  journal.broken = true
  await expect(kept.write(confirmed(first))).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' })
  expect(kept.book.get(first.id)).toBeUndefined()
})

test('opens the journal anew after its disk failed, and shows what it then holds', async () => {
  const [failing, fresh] = [createFakeJournal(), createFakeJournal()]
  // The write that was not answered did reach the disk.
  await fresh.append(confirmed(first))
  const kept = createKeptJournal(failing, async () => fresh)
  failing.broken = true
  await kept.write(confirmed(first)).catch(() => undefined)
  await kept.ready()
  expect(kept.book.get(first.id)?.operation).toEqual(first)
  await kept.write(confirmed(second))
  expect(kept.entries().map(entry => entry.operation)).toEqual([first, second])
})

test('does not open a journal anew that works', async () => {
  const journal = createFakeJournal()
  const kept = createKeptJournal(journal, () => Promise.reject(new Error('opened')))
  await kept.ready()
  await kept.write(confirmed(first))
  await expect(kept.ready()).resolves.toBeUndefined()
})

test('tries again while the disk stays away', async () => {
  const [failing, fresh] = [createFakeJournal(), createFakeJournal()]
  let tries = 0
  const kept = createKeptJournal(failing, async () => {
    tries += 1
    if (tries === 1) throw new Error('still away')
    return fresh
  })
  failing.broken = true
  await kept.write(confirmed(first)).catch(() => undefined)
  await expect(kept.ready()).rejects.toThrow('still away')
  await expect(kept.ready()).resolves.toBeUndefined()
})

test('counts what was lost and what it cannot read', async () => {
  const journal = { ...createFakeJournal(), recovery: { damaged: 2 } }
  const kept = createKeptJournal(journal, async () => journal)
  await kept.write(confirmed({ kind: 'of next year' }))
  expect(kept.damaged()).toBe(3)
})
