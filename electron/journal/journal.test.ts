import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PAGE_BYTES, RECORDS_START } from '#shared/journal/file-header.ts'
import { DEFAULT_CAPACITY_BYTES, MIN_CAPACITY_BYTES, openJournal } from './journal.ts'
import { openSimulated, sampleTime } from './testing/open-simulated.ts'
import { discarded, operation, settled } from '#shared/journal/testing/sample-records.ts'
import { sampleKeys } from '#shared/journal/testing/sample-keys.ts'
import { diskError, SimulatedDisk } from './testing/simulated-disk.ts'

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-journal-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

async function openNew(disk = new SimulatedDisk()) {
  const journal = await openSimulated(disk)
  onTestFinished(() => journal.close())
  disk.calls.length = 0
  return { disk, journal }
}

test('an append gives each record its number and time', async () => {
  const { journal } = await openNew()
  const at = sampleTime.toISOString()

  expect(await journal.append([operation(1), operation(2)])).toEqual([
    { seq: 1, at, ...operation(1) },
    { seq: 2, at, ...operation(2) },
  ])
  expect(await journal.append([settled(1, 'applied')])).toEqual([{ seq: 3, at, ...settled(1, 'applied') }])
  expect(await journal.append([])).toEqual([])
})

test('an append writes, then syncs, then answers', async () => {
  const { disk, journal } = await openNew()
  const events: string[] = []
  disk.beforeCall = ({ name }) => void events.push(name)
  await journal.append([operation(1)])
  events.push('answer')

  expect(events).toEqual(['write', 'fdatasync', 'answer'])
})

test('appends that wait together share one sync and keep their order', async () => {
  const { disk, journal } = await openNew()
  const answers = await Promise.all([1, 2, 3, 4].map(n => journal.append([operation(n)])))

  expect(answers.flat().map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
  expect(disk.calls.map(({ name }) => name)).toEqual(['write', 'fdatasync'])
})

test('no append writes to a page that holds an answered record', async () => {
  const { disk, journal } = await openNew()
  for (const n of [1, 2, 3]) await journal.append([operation(n)])
  const positions = disk.calls.flatMap(({ position }) => position ?? [])

  expect(new Set(positions.map(position => Math.floor(position / 4096))).size).toBe(3)
  expect(positions.every(position => position % 4096 === 0)).toBe(true)
  expect(disk.contentOf('journal-b.bin')).toHaveLength(MIN_CAPACITY_BYTES)
})

test('what was appended is there after a reopening, and numbers go on', async () => {
  const disk = new SimulatedDisk()
  const first = await openSimulated(disk)
  await first.append([operation(1), operation(2), settled(1, 'rejected')])
  await first.close()

  const { journal } = await openNew(disk)
  expect(journal.records().map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(journal.recovery).toEqual({
    kept: 3,
    damaged: 0,
    restored: 0,
    truncatedTail: false,
    damagedHeaders: 0,
    setAside: [],
  })
  expect(await journal.append([operation(4)])).toMatchObject([{ seq: 4 }])
})

test('numbers go on after everything was settled and let go', async () => {
  const disk = new SimulatedDisk()
  for (const firstSeq of [1, 3, 5]) {
    const journal = await openSimulated(disk)
    expect(journal.records()).toEqual([])
    expect(await journal.append([operation(1), settled(1, 'applied')])).toMatchObject([{ seq: firstSeq }, {}])
    await journal.close()
  }
})

test('records and usage follow what is settled and put away', async () => {
  const { journal } = await openNew()
  const { usedBytes: empty, capacityBytes } = journal.usage()
  expect(capacityBytes).toBe(MIN_CAPACITY_BYTES)

  await journal.append([operation(1), operation(2)])
  const { usedBytes } = journal.usage()
  expect(usedBytes).toBeGreaterThan(empty)

  await journal.append([settled(1, 'applied'), settled(2, 'rejected')])
  expect(journal.records().map(({ seq }) => seq)).toEqual([2, 4])

  await journal.append([discarded(2)])
  expect(journal.records()).toEqual([])
  expect(journal.usage().usedBytes).toBe(empty)
})

test('another rule of what to keep can be passed in', async () => {
  const disk = new SimulatedDisk()
  const first = await openSimulated(disk, { retain: records => records })
  await first.append([operation(1), settled(1, 'applied')])
  expect(first.records()).toHaveLength(2)
  await first.close()

  const { journal } = await openNew(disk)
  expect(journal.records()).toEqual([])
})

test('a caller that changes its object later does not change the journal', async () => {
  const { journal } = await openNew()
  const payload = { id: 'x', lines: [1] }
  const answered = journal.append([{ type: 'operation', payload }])
  payload.lines.push(2)

  expect(await answered).toMatchObject([{ payload: { lines: [1] } }])
  expect(journal.records()).toMatchObject([{ payload: { lines: [1] } }])
})

test('a payload that is no JSON value is refused and nothing is written', async () => {
  const { disk, journal } = await openNew()
  await expect(journal.append([operation(1), { type: 'operation', payload: undefined }])).rejects.toThrow(TypeError)
  expect(disk.calls).toEqual([])
  expect(await journal.append([operation(2)])).toMatchObject([{ seq: 1 }])
})

test('closing answers what waits and refuses what comes after', async () => {
  const { journal } = await openNew()
  const waiting = journal.append([operation(1)])
  const closing = journal.close()

  await expect(journal.append([operation(2)])).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' })
  expect(await waiting).toMatchObject([{ seq: 1 }])
  await closing
  await journal.close()
})

test('a folder whose journal is open is refused until it is closed', async () => {
  const folder = await temporaryFolder()
  const options = { folder, capacityBytes: MIN_CAPACITY_BYTES, keys: sampleKeys, now: () => sampleTime }
  const first = await openJournal(options)
  await expect(openJournal(options)).rejects.toMatchObject({ code: 'JOURNAL_IN_USE' })
  await first.append([operation(1)])
  await first.close()

  const second = await openJournal(options)
  expect(second.records()).toHaveLength(1)
  await second.close()
})

test('a folder that cannot be made is JOURNAL_UNAVAILABLE with its cause', async () => {
  const inTheWay = join(await temporaryFolder(), 'file')
  await writeFile(inTheWay, '')
  const options = { folder: join(inTheWay, 'journal'), keys: sampleKeys, now: () => sampleTime }
  await expect(openJournal(options)).rejects.toMatchObject({
    code: 'JOURNAL_UNAVAILABLE',
    cause: { code: 'ENOTDIR' },
  })
})

test('a folder that cannot be written is JOURNAL_UNAVAILABLE, and is not held after', async () => {
  const disk = new SimulatedDisk()
  disk.beforeCall = ({ name }) => {
    if (name === 'open') throw diskError('EACCES')
  }
  await expect(openSimulated(disk)).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE', cause: { code: 'EACCES' } })

  disk.beforeCall = () => undefined
  await (await openSimulated(disk)).close()
})

test.each([
  ['no file', 0],
  ['one file', MIN_CAPACITY_BYTES],
  ['part of the second', MIN_CAPACITY_BYTES + 10],
])(
  'a disk with room for %s is JOURNAL_UNAVAILABLE, leaves nothing behind, and works once there is room',
  async (_name, sizeBytes) => {
    const disk = new SimulatedDisk()
    disk.sizeBytes = sizeBytes
    await expect(openSimulated(disk)).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE', cause: { code: 'ENOSPC' } })
    expect(disk.names()).toEqual([])

    disk.sizeBytes = 2 * MIN_CAPACITY_BYTES
    const { journal } = await openNew(disk)
    expect(await journal.append([operation(1)])).toMatchObject([{ seq: 1 }])
  },
)

test('a damaged journal loses the one record, says so, and sets a copy aside', async () => {
  const disk = new SimulatedDisk()
  const first = await openSimulated(disk)
  for (const n of [1, 2, 3]) await first.append([operation(n)])
  await first.close()
  const broken = disk.contentOf('journal-b.bin')
  // Each append has a page of its own: this is in the second.
  broken.write('spoilt', RECORDS_START + PAGE_BYTES + 60)
  disk.put('journal-b.bin', broken)

  const { journal } = await openNew(disk)
  expect(journal.records().map(({ seq }) => seq)).toEqual([1, 3])
  expect(journal.recovery).toMatchObject({ kept: 2, damaged: 1, setAside: ['journal-damaged-1.bin'] })
  expect(disk.contentOf('journal-damaged-1.bin').includes('spoilt')).toBe(true)
})

test('a larger capacity asked for later is taken up, and a smaller one is not', async () => {
  const disk = new SimulatedDisk()
  for (const factor of [1, 4, 2]) {
    const journal = await openSimulated(disk, { capacityBytes: factor * MIN_CAPACITY_BYTES })
    await journal.append([operation(factor)])
    expect(journal.usage().capacityBytes).toBe((factor === 1 ? 1 : 4) * MIN_CAPACITY_BYTES)
    expect(journal.recovery.setAside).toEqual([])
    await journal.close()
  }
})

test('a capacity too small to work is refused', async () => {
  await expect(openSimulated(new SimulatedDisk(), { capacityBytes: 4096 })).rejects.toThrow(RangeError)
})

test('a clock set before 1970 does not stop the journal', async () => {
  const journal = await openSimulated(new SimulatedDisk(), { now: () => new Date(-5) })
  expect(await journal.append([operation(1)])).toMatchObject([{ at: '1970-01-01T00:00:00.000Z' }])
  await journal.close()
})

test('on a real disk an 8 MiB journal survives a reopening', async () => {
  const options = { folder: join(await temporaryFolder(), 'journal'), keys: sampleKeys, now: () => new Date() }
  const first = await openJournal(options)
  expect(first.usage().capacityBytes).toBe(DEFAULT_CAPACITY_BYTES)
  const written = await Promise.all([1, 2, 3].map(n => first.append([operation(n), settled(n, 'rejected')])))
  await first.close()

  const second = await openJournal(options)
  expect(second.records()).toEqual(written.flat())
  await second.close()
})
