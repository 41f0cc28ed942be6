import { expect, test } from 'vitest'
import { noLock, openSimulated } from './testing/open-simulated.ts'
import { operation, settled } from '#shared/journal/testing/sample-records.ts'
import { type DiskCall, diskError, SimulatedDisk } from './testing/simulated-disk.ts'

/** Makes the next call of that name fail, once: as a disk does that then pretends all is well. */
function failNext(disk: SimulatedDisk, name: DiskCall['name']): void {
  disk.beforeCall = call => {
    if (call.name !== name) return
    disk.beforeCall = () => undefined
    throw diskError('EIO')
  }
}

const unavailable = { code: 'JOURNAL_UNAVAILABLE', cause: { code: 'EIO' } }

test.each(['write', 'fdatasync'] as const)(
  'after a failed %s nothing is answered, tried again or taken',
  async name => {
    const disk = new SimulatedDisk()
    const journal = await openSimulated(disk)
    await journal.append([operation(1)])
    failNext(disk, name)
    const outcomes = await Promise.allSettled([journal.append([operation(2)]), journal.append([operation(3)])])
    disk.calls.length = 0

    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: unavailable },
      { status: 'rejected', reason: unavailable },
    ])
    await expect(journal.append([operation(4)])).rejects.toMatchObject(unavailable)
    expect(disk.calls).toEqual([])
    expect(journal.records()).toMatchObject([{ seq: 1 }])
    await journal.close()
  },
)

test('what waited behind the failure is refused too', async () => {
  const disk = new SimulatedDisk()
  const journal = await openSimulated(disk)
  failNext(disk, 'fdatasync')
  const outcomes: unknown[] = []
  const note = (error: unknown) => void outcomes.push(error)
  const first = journal.append([operation(1)]).catch(note)
  await expect.poll(() => disk.calls.at(-1)?.name).toBe('fdatasync')
  await Promise.all([first, journal.append([operation(2)]).catch(note)])

  expect(outcomes).toMatchObject([unavailable, unavailable])
  await journal.close()
})

test('a failure while a fresh file is begun refuses the append and loses nothing', async () => {
  const disk = new SimulatedDisk()
  const journal = await openSimulated(disk)
  disk.beforeCall = ({ name, file }) => {
    if (name === 'fdatasync' && file === 'journal-a.bin') throw diskError('EIO')
  }
  const long = (n: number) => operation(n, 'x'.repeat(5000))
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_value, n) => journal.append([long(n), ...(n > 0 ? [settled(n - 1, 'applied')] : [])])),
  )
  const answered = outcomes.filter(({ status }) => status === 'fulfilled').length
  expect(answered).toBeGreaterThan(3)
  expect(outcomes.slice(answered)).toMatchObject(
    outcomes.slice(answered).map(() => ({ status: 'rejected', reason: unavailable })),
  )
  await journal.close()

  disk.beforeCall = () => undefined
  const reopened = await openSimulated(disk)
  expect(reopened.records()).toMatchObject([long(answered - 1)])
  await reopened.close()
})

test('a record that only the page cache shows after a failed sync is on the disk once a reopening showed it', async () => {
  const disk = new SimulatedDisk()
  const journal = await openSimulated(disk)
  await journal.append([operation(1)])
  failNext(disk, 'fdatasync')
  await expect(journal.append([operation(2)])).rejects.toMatchObject(unavailable)
  await journal.close()

  const reopened = await openSimulated(disk)
  expect(reopened.records()).toHaveLength(2)

  const after = await openSimulated(disk.afterPowerCut('none'), { lock: noLock })
  expect(after.records()).toEqual(reopened.records())
  await reopened.close()
  await after.close()
})

test('a failed journal gives its folder back', async () => {
  const disk = new SimulatedDisk()
  const journal = await openSimulated(disk)
  failNext(disk, 'fdatasync')
  await expect(journal.append([operation(1)])).rejects.toMatchObject(unavailable)
  disk.beforeCall = ({ name }) => {
    if (name === 'close') throw diskError('EIO')
  }
  await journal.close()

  disk.beforeCall = () => undefined
  const reopened = await openSimulated(disk)
  await reopened.append([operation(9), settled(9, 'applied')])
  await reopened.close()
})

test('a disk that fails while the journal is opened is JOURNAL_UNAVAILABLE', async () => {
  const disk = new SimulatedDisk()
  failNext(disk, 'fdatasync')
  await expect(openSimulated(disk)).rejects.toMatchObject(unavailable)
  await (await openSimulated(disk)).close()
})
