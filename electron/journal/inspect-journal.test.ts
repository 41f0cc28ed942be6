import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { RECORDS_START } from '#shared/journal/file-header.ts'
import { journalFileNames } from '#shared/journal/journal-files.ts'
import { RECORD_HEADER_BYTES } from '#shared/journal/record-format.ts'
import { sampleKeys } from '#shared/journal/testing/sample-keys.ts'
import { inspectJournal } from './inspect-journal.ts'
import { MIN_CAPACITY_BYTES, openJournal } from './journal.ts'
import { operation, settled } from '#shared/journal/testing/sample-records.ts'

let data: string
let folder: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'guichet-inspect-'))
  folder = join(data, 'journal')
  await writeFile(join(data, 'storage-key'), sampleKeys.storageKey)
})
afterEach(async () => {
  await rm(data, { recursive: true })
})

const open = () => openJournal({ folder, capacityBytes: MIN_CAPACITY_BYTES, keys: sampleKeys, now: () => new Date() })

test('what waits and what was refused is counted beside the kiosk that writes it, and nothing is changed', async () => {
  const journal = await open()
  await journal.append([operation(1), operation(2), operation(3), operation(4)])
  await journal.append([settled(1, 'applied'), settled(2, 'rejected')])
  const bytes = await readFile(join(folder, 'journal-a.bin'))
  expect(await inspectJournal(data)).toMatchObject({ state: 'readable', waiting: 2, parked: 1, damaged: 0 })
  expect(await readFile(join(folder, 'journal-a.bin'))).toEqual(bytes)
  await journal.append([operation(5)])
  await journal.close()
  expect(await inspectJournal(data)).toMatchObject({ waiting: 3, parked: 1 })
})

test('it says how much room is taken', async () => {
  const journal = await open()
  await journal.append([operation(1, 'a'.repeat(30_000))])
  await journal.close()
  const { used } = await inspectJournal(data)
  expect(used).toBeGreaterThan(0.5)
  expect(used).toBeLessThan(0.75)
})

test('a damaged record is counted, and not repaired', async () => {
  const journal = await open()
  await journal.append([operation(1)])
  await journal.append([operation(2)])
  await journal.close()
  for (const name of journalFileNames) {
    const bytes = await readFile(join(folder, name))
    // The first record: its head says what it is, what it holds is sealed.
    bytes.fill(0xee, RECORDS_START + RECORD_HEADER_BYTES, RECORDS_START + RECORD_HEADER_BYTES + 4)
    await writeFile(join(folder, name), bytes)
  }
  const seen = await inspectJournal(data)
  expect(seen).toMatchObject({ state: 'readable', damaged: 1, waiting: 1 })
  expect(await inspectJournal(data)).toEqual(seen)
})

test('a storage key that is gone, or another terminal’s, opens nothing, and none is made', async () => {
  const journal = await open()
  await journal.append([operation(1)])
  await journal.close()
  await writeFile(join(data, 'storage-key'), new Uint8Array(32).fill(9))
  expect(await inspectJournal(data)).toMatchObject({ state: 'unreadable', waiting: 0 })
  await rm(join(data, 'storage-key'))
  expect(await inspectJournal(data)).toMatchObject({ state: 'unreadable' })
  expect(await readdir(data)).toEqual(['journal'])
})

test('none there, and none that can be read', async () => {
  expect(await inspectJournal(data)).toMatchObject({ state: 'missing', waiting: 0 })
  const journal = await open()
  await journal.close()
  await rm(join(folder, 'journal-b.bin'))
  expect(await inspectJournal(data)).toMatchObject({ state: 'missing' })
})
