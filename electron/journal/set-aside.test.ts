import { expect, test } from 'vitest'
import { PAGE_BYTES, RECORDS_START } from '#shared/journal/file-header.ts'
import { UNREADABLE_BYTE } from '#shared/journal/journal-files.ts'
import { endOfData } from '#shared/journal/zeros.ts'
import { operation } from '#shared/journal/testing/sample-records.ts'
import { SET_ASIDE_LIMIT, setAside } from './set-aside.ts'
import { openSimulated } from './testing/open-simulated.ts'
import { diskError, SimulatedDisk } from './testing/simulated-disk.ts'

test('a copy holds the bytes without the empty space, and is on the disk', async () => {
  const disk = new SimulatedDisk()
  const copy = await setAside(disk.fileSystem, '/folder', Buffer.from('broken\0\0\0'))

  expect(copy).toEqual({ name: 'journal-damaged-1.bin', isNew: true })
  expect(disk.afterPowerCut('none').contentOf('journal-damaged-1.bin').toString()).toBe('broken')
})

test('a second copy does not replace the first', async () => {
  const disk = new SimulatedDisk()
  await setAside(disk.fileSystem, '/folder', Buffer.from('one'))
  await setAside(disk.fileSystem, '/folder', Buffer.from('two'))
  expect(disk.contentOf('journal-damaged-1.bin').toString()).toBe('one')
  expect(disk.contentOf('journal-damaged-2.bin').toString()).toBe('two')
})

test('the oldest copy goes when there are too many, and nothing else does', async () => {
  const disk = new SimulatedDisk()
  disk.put('journal-a.bin', Buffer.from('the journal'))
  for (let n = 1; n <= SET_ASIDE_LIMIT + 2; n += 1) await setAside(disk.fileSystem, '/folder', Buffer.from(`${n}`))

  expect(disk.names()).toHaveLength(SET_ASIDE_LIMIT + 1)
  expect(disk.names()).toContain('journal-a.bin')
  expect(disk.names()).not.toContain('journal-damaged-2.bin')
  expect(disk.names()).toContain('journal-damaged-10.bin')
})

/** A file of pages, each of one byte. */
const pages = (...bytes: readonly number[]) => Buffer.concat(bytes.map(byte => Buffer.alloc(PAGE_BYTES, byte)))

test('what a copy has already is not copied again, also where the disk no longer reads all of it', async () => {
  const disk = new SimulatedDisk()
  await setAside(disk.fileSystem, '/folder', pages(1, 2, 3))
  const again = { name: 'journal-damaged-1.bin', isNew: false }
  expect(await setAside(disk.fileSystem, '/folder', pages(1, 2, 3))).toEqual(again)
  expect(await setAside(disk.fileSystem, '/folder', pages(1, UNREADABLE_BYTE, 3, 0))).toEqual(again)
  expect(disk.names()).toEqual([again.name])
})

test('a copy that says something else stays, one that the new one holds does not', async () => {
  const disk = new SimulatedDisk()
  await setAside(disk.fileSystem, '/folder', pages(1, 9))
  await setAside(disk.fileSystem, '/folder', pages(1, UNREADABLE_BYTE, 3))
  await setAside(disk.fileSystem, '/folder', pages(1, 2, UNREADABLE_BYTE))
  expect(disk.names()).toHaveLength(3)
  expect((await setAside(disk.fileSystem, '/folder', pages(1, 2, 3)))?.name).toBe('journal-damaged-4.bin')
  expect(disk.names()).toEqual(['journal-damaged-1.bin', 'journal-damaged-4.bin'])
})

/** A journal of two operations, one of them damaged, on a disk that has a copy of another damage already. */
async function openedOnce(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk()
  const journal = await openSimulated(disk)
  for (const n of [1, 2]) await journal.append([operation(n)])
  await journal.close()
  disk.put('journal-b.bin', disk.contentOf('journal-b.bin').fill(0xee, RECORDS_START + 60, RECORDS_START + 64))
  disk.put('journal-damaged-1.bin', Buffer.from('of last year'))
  return disk
}

/** As a service manager does it where a start fails. */
async function startAgainAndAgain(disk: SimulatedDisk): Promise<void> {
  for (let start = 0; start < SET_ASIDE_LIMIT + 2; start += 1) {
    await expect(openSimulated(disk)).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' })
  }
}

const copiesOn = (disk: SimulatedDisk) => disk.names().filter(name => name.includes('damaged'))

test('a journal that cannot be opened again and again on a dying disk leaves one copy of each file', async () => {
  const disk = await openedOnce()
  const [journal, spare] = [disk.contentOf('journal-b.bin'), pages(7, 8, 9)]
  disk.put('journal-a.bin', spare)
  disk.beforeCall = ({ name, file }) => {
    if (name === 'fdatasync' && !file.includes('damaged')) throw diskError('EIO')
  }
  await startAgainAndAgain(disk)
  expect(copiesOn(disk)).toEqual([1, 2, 3].map(n => `journal-damaged-${n}.bin`))
  expect(disk.contentOf('journal-damaged-1.bin').toString()).toBe('of last year')
  expect(disk.contentOf('journal-damaged-2.bin').equals(journal.subarray(0, endOfData(journal)))).toBe(true)
  expect(disk.contentOf('journal-damaged-3.bin').equals(spare)).toBe(true)
})

test('copies of the other file beside a whole journal leave half of the places to what matters', async () => {
  const disk = new SimulatedDisk()
  const journal = await openSimulated(disk)
  await journal.append([operation(1)])
  await journal.close()
  disk.put('journal-a.bin', pages(7, 8, 9))
  disk.put('journal-damaged-1.bin', Buffer.from('of last year'))
  disk.beforeCall = ({ name, file, position }) => {
    if (name === 'write' && !file.includes('damaged') && position === 0) throw diskError('EIO')
  }
  await startAgainAndAgain(disk)
  expect(copiesOn(disk)).toHaveLength(SET_ASIDE_LIMIT / 2)
  expect(disk.contentOf('journal-damaged-1.bin').toString()).toBe('of last year')
})

test('a full disk gives no copy, no remains and no error', async () => {
  const disk = new SimulatedDisk()
  disk.sizeBytes = 2
  expect(await setAside(disk.fileSystem, '/folder', Buffer.from('broken'))).toBeUndefined()
  expect(disk.names()).toEqual([])
})
