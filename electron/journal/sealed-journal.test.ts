import { expect, test } from 'vitest'
import { withRecoveryKey, withStorageKey } from '#shared/journal/data-key.ts'
import { scanFile } from '#shared/journal/file-scan.ts'
import { journalFileNames } from '#shared/journal/journal-files.ts'
import { liveRecords } from '#shared/journal/live-records.ts'
import { recover } from '#shared/journal/recovery.ts'
import { decodeFrame, findFrame } from '#shared/journal/record-format.ts'
import { sampleFile } from '#shared/journal/testing/sample-file.ts'
import { openAsTerminal, sampleKeys, sampleRecoveryPair } from '#shared/journal/testing/sample-keys.ts'
import { discarded, operation, settled } from '#shared/journal/testing/sample-records.ts'
import { createSealingKeyPair, importOpeningKey, publicHalf } from '#shared/sealing/sealing-key-pair.ts'
import type { FileSystem } from './file-system.ts'
import { MIN_CAPACITY_BYTES } from './journal.ts'
import { noLock, openSimulated } from './testing/open-simulated.ts'
import { diskError, SimulatedDisk } from './testing/simulated-disk.ts'

const openAsPrison = withRecoveryKey(await importOpeningKey(sampleRecoveryPair))

async function recoveredBy(disk: SimulatedDisk, openDataKey: typeof openAsPrison) {
  const [first, second] = journalFileNames.map(name => disk.contentOf(name))
  const scans = [
    await scanFile(first ?? Buffer.alloc(0), openDataKey),
    await scanFile(second ?? Buffer.alloc(0), openDataKey),
  ] as const
  return recover(scans, liveRecords)
}

/** A disk with a journal as version 1 left it: operations 3 and 4 open, in clear. */
async function diskOfVersion1(): Promise<SimulatedDisk> {
  const more = { version: 1, capacityBytes: MIN_CAPACITY_BYTES } as const
  const older = await sampleFile({ ...more, generation: 4, copied: [1, 2, 3, 4].map(n => operation(n)) })
  const fileId = Buffer.from('another!')
  const newer = { ...more, generation: 5, fileId, firstSeq: 7, copied: [operation(3)], appended: [[operation(4)]] }
  const disk = new SimulatedDisk()
  disk.put('journal-a.bin', older.bytes)
  disk.put('journal-b.bin', (await sampleFile(newer)).bytes)
  return disk
}

test('nothing of what was recorded lies in clear on the disk', async () => {
  const disk = new SimulatedDisk()
  const journal = await openSimulated(disk)
  await journal.append([operation(1, 'Mal de dents'), settled(1, 'rejected'), operation(2)])
  await journal.close()
  await (await openSimulated(disk)).close()

  for (const name of disk.names()) {
    expect(disk.contentOf(name).toString('latin1')).not.toMatch(/dents|canteen|verdict|0190a5e2/)
  }
})

test('the prison reads with its recovery key what the terminal would read', async () => {
  const disk = new SimulatedDisk()
  const journal = await openSimulated(disk)
  await journal.append([operation(1), operation(2)])
  await journal.append([settled(1, 'applied'), settled(2, 'rejected')])
  const expected = journal.records()
  await journal.close()

  expect((await recoveredBy(disk, openAsPrison)).records).toEqual(expected)
})

test('a changed recovery key is the one that the next compaction seals to', async () => {
  const disk = new SimulatedDisk()
  await (await openSimulated(disk)).close()
  const pair = await createSealingKeyPair()
  const journal = await openSimulated(disk, { keys: { ...sampleKeys, recoveryKey: publicHalf(pair) } })
  await journal.append([operation(1)])
  await journal.close()

  const openAnew = withRecoveryKey(await importOpeningKey(pair))
  expect((await recoveredBy(disk, openAnew)).records).toMatchObject([operation(1)])
  expect((await recoveredBy(disk, openAsPrison)).records).toEqual([])
})

test('without its storage key a journal is refused, and not a byte of it is changed', async () => {
  const disk = new SimulatedDisk()
  const first = await openSimulated(disk)
  await first.append([operation(1)])
  await first.close()
  const before = disk.names().map(name => disk.contentOf(name))

  const keys = { ...sampleKeys, storageKey: new Uint8Array(32).fill(1) }
  await expect(openSimulated(disk, { keys })).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' })
  expect(disk.names().map(name => disk.contentOf(name))).toEqual(before)
  expect((await recoveredBy(disk, withStorageKey(sampleKeys.storageKey))).records).toHaveLength(1)
})

test('a journal of version 1 is read, and is sealed from then on, in both files', async () => {
  const disk = await diskOfVersion1()
  const journal = await openSimulated(disk)
  expect(journal.records().map(({ seq, payload }) => ({ seq, payload }))).toEqual([
    { seq: 7, payload: operation(3).payload },
    { seq: 8, payload: operation(4).payload },
  ])
  expect(journal.recovery).toMatchObject({ kept: 2, damaged: 0, setAside: [] })
  expect(await journal.append([operation(5)])).toMatchObject([{ seq: 9 }])
  await journal.close()

  for (const name of disk.names()) expect(disk.contentOf(name).toString('latin1')).not.toMatch(/line \d|canteen/)
  expect((await recoveredBy(disk, openAsTerminal)).records.map(({ seq }) => seq)).toEqual([7, 8, 9])
})

test('power that goes at any moment of the change to version 2 costs nothing', { timeout: 90_000 }, async () => {
  for (const fate of ['none', 'all', (write: number, sector: number) => (write + sector) % 2 === 0] as const) {
    for (let callsLeft = 0, isDead = true; isDead; callsLeft += 1) {
      const disk = await diskOfVersion1()
      let left = callsLeft
      disk.beforeCall = () => {
        left -= 1
        if (left < 0) throw diskError('EIO')
      }
      isDead = await openSimulated(disk, { lock: noLock }).then(
        journal => journal.close().then(() => left < 0),
        () => true,
      )
      const after = await openSimulated(disk.afterPowerCut(fate), { lock: noLock })
      expect(after.records().map(({ seq }) => seq)).toEqual([7, 8])
      await after.close()
    }
  }
})

/** Notes each sealed record of each write, whether the disk takes the write or not. */
function watching(fileSystem: FileSystem, note: (record: { nonce: string; body: string }) => void): FileSystem {
  const read = (bytes: Uint8Array) => {
    for (
      let frame = findFrame(bytes, 0, undefined);
      frame !== undefined;
      frame = findFrame(bytes, frame.end, undefined)
    ) {
      note({ nonce: Buffer.from(frame.nonce).toString('hex'), body: Buffer.from(frame.body).toString('hex') })
    }
  }
  return {
    ...fileSystem,
    async open(path) {
      const file = await fileSystem.open(path)
      const write = (bytes: Uint8Array, position: number) => {
        read(bytes)
        return file.write(bytes, position)
      }
      return { ...file, write }
    },
  }
}

/** One life of a journal with compactions in it, which ends with a power cut; the disk fails after `writesLeft` writes. */
async function liveAndDie(disk: SimulatedDisk, life: number, fileSystem: FileSystem): Promise<SimulatedDisk> {
  const journal = await openSimulated(disk, { fileSystem, lock: noLock })
  let writesLeft = life % 3 === 0 ? 9 + life : Number.POSITIVE_INFINITY
  disk.beforeCall = ({ name }) => {
    if (name === 'write') writesLeft -= 1
    if (writesLeft < 0) throw diskError('EIO')
  }
  for (let n = 0; n < 14; n += 1) {
    const about = 100 * life + n
    const group = [operation(about, 'x'.repeat(3000)), settled(about - 1, 'rejected'), discarded(about - 1)]
    await journal.append(group).catch(() => undefined)
  }
  return disk.afterPowerCut((write, sector) => (write + sector + life) % 2 === 0)
}

test('no nonce comes twice under one key: not after a kill, a failed write, a torn tail or a compaction', async () => {
  const seen = new Map<string, string>()
  let written = 0
  const note = ({ nonce, body }: { nonce: string; body: string }) => {
    written += 1
    expect(seen.get(nonce) ?? body).toBe(body)
    seen.set(nonce, body)
  }
  let disk = new SimulatedDisk()
  for (let life = 0; life < 12; life += 1) disk = await liveAndDie(disk, life, watching(disk.fileSystem, note))
  expect(written).toBeGreaterThan(300)
  expect(seen.size).toBeGreaterThan(250)
})

test('the index of a record is in its nonce, and the file’s id', async () => {
  const { bytes, places } = await sampleFile({ copied: [operation(1), operation(2)] })
  const nonces = places.map(({ start }) => Buffer.from(decodeFrame(bytes, start)?.nonce ?? []))
  expect(nonces.map(nonce => nonce.toString('latin1', 0, 8))).toEqual(['a-random', 'a-random'])
  expect(nonces.map(nonce => nonce.readUInt32LE(8))).toEqual([0, 1])
})
