import { expect, onTestFinished, test } from 'vitest'
import type { NewRecord } from '#shared/journal/journal-record.ts'
import { type Journal, MIN_CAPACITY_BYTES } from './journal.ts'
import { openSimulated } from './testing/open-simulated.ts'
import { discarded, operation, operationId, settled } from '#shared/journal/testing/sample-records.ts'
import { SimulatedDisk } from './testing/simulated-disk.ts'

/** A journal on a disk where not one byte is left. */
async function openOnFullDisk(disk = new SimulatedDisk()) {
  const journal = await openSimulated(disk)
  onTestFinished(() => journal.close())
  disk.sizeBytes = 0
  return { disk, journal }
}

/** Appends operations until one is refused; returns how many were taken. */
async function fill(journal: Journal, textLength = 300): Promise<number> {
  for (let n = 1; ; n += 1) {
    const isTaken = await journal.append([operation(n, 'x'.repeat(textLength))]).then(
      () => true,
      (error: unknown) => {
        expect(error).toMatchObject({ code: 'JOURNAL_FULL' })
        return false
      },
    )
    if (!isTaken) return n - 1
  }
}

test('on a full disk appends go on far beyond the capacity as long as they are settled', async () => {
  const { journal, disk } = await openOnFullDisk()
  for (let n = 1; n <= 300; n += 1) {
    await journal.append([operation(n, 'x'.repeat(500))])
    if (n > 3) await journal.append([settled(n - 3, 'applied')])
  }
  expect(journal.records().map(({ seq }) => seq)).toHaveLength(3)
  expect(disk.names()).toEqual(['journal-a.bin', 'journal-b.bin'])
  for (const name of disk.names()) expect(disk.contentOf(name)).toHaveLength(MIN_CAPACITY_BYTES)
})

test('a full disk does not stop a reopening', async () => {
  const { journal, disk } = await openOnFullDisk()
  await journal.append([operation(1)])
  await journal.close()

  const reopened = await openOnFullDisk(disk)
  expect(reopened.journal.records()).toHaveLength(1)
  await reopened.journal.append([operation(2)])
})

test('full of live records an append is refused whole, and nothing of it is written', async () => {
  const { disk, journal } = await openOnFullDisk()
  const taken = await fill(journal)
  expect(taken).toBeGreaterThan(20)
  const before = disk.names().map(name => disk.contentOf(name))
  const seqs = journal.records().map(({ seq }) => seq)

  await expect(journal.append([operation(8001), operation(8002, 'x'.repeat(4000))])).rejects.toMatchObject({
    code: 'JOURNAL_FULL',
  })

  expect(disk.names().map(name => disk.contentOf(name))).toEqual(before)
  expect(journal.records().map(({ seq }) => seq)).toEqual(seqs)
})

test('a full journal takes operations again once some are settled', async () => {
  const { journal } = await openOnFullDisk()
  const taken = await fill(journal)
  await journal.append([1, 2, 3].map(n => settled(n, 'applied')))

  expect(await journal.append([operation(taken + 1, 'x'.repeat(300))])).toMatchObject([{ seq: taken + 4 }])
})

test('a journal full of operations still takes a verdict on each, and each putting away', async () => {
  const { journal } = await openOnFullDisk()
  const taken = await fill(journal, 1500)
  for (let n = 1; n <= taken; n += 1) await journal.append([settled(n, 'rejected')])
  expect(journal.records()).toHaveLength(2 * taken)

  for (let n = 1; n <= taken; n += 1) await journal.append([discarded(n)])
  expect(journal.records()).toEqual([])
})

test('a journal full of verdicts still takes what people put away', async () => {
  const { journal } = await openOnFullDisk()
  const taken = await fill(journal)
  const longVerdict = (n: number): NewRecord => ({
    type: 'settled',
    payload: { id: operationId(n), verdict: { status: 'rejected', why: 'x'.repeat(400) } },
  })
  let parked = 0
  const verdicts = Array.from({ length: taken }, (_value, index) => journal.append([longVerdict(index + 1)]))
  for (const { status } of await Promise.allSettled(verdicts)) parked += status === 'fulfilled' ? 1 : 0
  expect(parked).toBeLessThan(taken)

  for (let n = 1; n <= parked; n += 1) await journal.append([discarded(n)])
  expect(journal.records()).toHaveLength(taken - parked)
})

test('one append too large does not hold up those that wait with it', async () => {
  const { journal } = await openOnFullDisk()
  const outcomes = await Promise.allSettled([
    journal.append([operation(1)]),
    journal.append([operation(2, 'x'.repeat(MIN_CAPACITY_BYTES))]),
    journal.append([operation(3)]),
  ])
  expect(outcomes).toMatchObject([
    { status: 'fulfilled', value: [{ seq: 1 }] },
    { status: 'rejected', reason: { code: 'JOURNAL_FULL' } },
    { status: 'fulfilled', value: [{ seq: 2 }] },
  ])
})
