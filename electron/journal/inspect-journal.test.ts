import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inspectJournal } from './inspect-journal.ts'
import { MIN_CAPACITY_BYTES, openJournal } from './journal.ts'
import { operation, settled } from './testing/sample-records.ts'

let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'guichet-inspect-')), 'journal')
})
afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true })
})

const open = () => openJournal({ folder, capacityBytes: MIN_CAPACITY_BYTES, now: () => new Date() })

test('what waits and what was refused is counted beside the kiosk that writes it, and nothing is changed', async () => {
  const journal = await open()
  await journal.append([operation(1), operation(2), operation(3), operation(4)])
  await journal.append([settled(1, 'applied'), settled(2, 'rejected')])
  const bytes = await readFile(join(folder, 'journal-a.bin'))
  expect(await inspectJournal(folder)).toMatchObject({ state: 'readable', waiting: 2, parked: 1, damaged: 0 })
  expect(await readFile(join(folder, 'journal-a.bin'))).toEqual(bytes)
  await journal.append([operation(5)])
  await journal.close()
  expect(await inspectJournal(folder)).toMatchObject({ waiting: 3, parked: 1 })
})

test('it says how much room is taken', async () => {
  const journal = await open()
  await journal.append([operation(1, 'a'.repeat(30_000))])
  await journal.close()
  const { used } = await inspectJournal(folder)
  expect(used).toBeGreaterThan(0.5)
  expect(used).toBeLessThan(0.75)
})

test('a damaged record is counted, and not repaired', async () => {
  const journal = await open()
  await journal.append([operation(1)])
  await journal.append([operation(2)])
  await journal.close()
  const names = ['journal-a.bin', 'journal-b.bin']
  for (const name of names) {
    const bytes = await readFile(join(folder, name))
    const place = bytes.indexOf('"line 1"')
    if (place !== -1) bytes[place + 1] = 0
    await writeFile(join(folder, name), bytes)
  }
  expect(await inspectJournal(folder)).toMatchObject({ state: 'readable', damaged: 1 })
  expect(await inspectJournal(folder)).toMatchObject({ damaged: 1 })
})

test('none there, and none that can be read', async () => {
  expect(await inspectJournal(folder)).toMatchObject({ state: 'missing', waiting: 0 })
  const journal = await open()
  await journal.close()
  await rm(join(folder, 'journal-b.bin'))
  expect(await inspectJournal(folder)).toMatchObject({ state: 'missing' })
})
