import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import { headerOffsets, PAGE_BYTES, RECORDS_START, recordsEnd } from './file-header.ts'
import { type FileScan, scanFile } from './file-scan.ts'
import { operation, settled } from './testing/sample-records.ts'
import { sampleFile } from './testing/sample-file.ts'
import { openAsTerminal } from './testing/sample-keys.ts'

const copied = [operation(1), operation(2, 'é'.repeat(40)), settled(2, 'rejected')]
const appended = [[operation(4)], [operation(5), operation(6), settled(4, 'rejected')], [operation(8)]]

/** How many bytes of a header copy say something. */
const headerBytes = { 1: 52, 2: 312 } as const

function scan(bytes: Uint8Array): Promise<FileScan> {
  return scanFile(bytes, openAsTerminal)
}

function seqsIn({ records }: FileScan): readonly number[] {
  return records.map(({ seq }) => seq)
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_value, index) => from + index)
}

/** Those of `items` for which `holds` says no. Some at a time: all at once would be a million promises. */
async function without<Item>(items: readonly Item[], holds: (item: Item) => Promise<boolean>): Promise<Item[]> {
  const failing: Item[] = []
  for (let from = 0; from < items.length; from += 64) {
    const some = items.slice(from, from + 64)
    const answers = await Promise.all(some.map(holds))
    failing.push(...some.filter((_item, place) => answers[place] === false))
  }
  return failing
}

describe.each([1, 2] as const)('version %i', version => {
  const made = sampleFile({ version, copied, appended, capacityBytes: 7 * PAGE_BYTES })

  async function sample() {
    const { bytes: whole, places } = await made
    const seqs = places.map((_place, index) => index + 1)
    const flipped = (bit: number): Buffer => {
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      return bytes
    }
    return {
      whole,
      places,
      seqs,
      flipped,
      /** The numbers of the records that lie wholly before `offset`. */
      seqsBefore: (offset: number) => seqs.filter(seq => (places[seq - 1]?.end ?? 0) <= offset),
      losesOnlyTheHit: async (bit: number) => {
        const hit = 1 + places.findIndex(({ start, end }) => bit >> 3 >= start && bit >> 3 < end)
        return isDeepStrictEqual(
          seqsIn(await scan(flipped(bit))),
          seqs.filter(seq => seq !== hit),
        )
      },
    }
  }

  test('a whole file gives every record and is clean', async () => {
    const { whole, seqs } = await sample()
    const found = await scan(whole)
    expect(found).toMatchObject({ damaged: 0, damagedHeaders: 0, isTailTorn: false, isClean: true, isLocked: false })
    expect(found.isPlain).toBe(version === 1)
    expect(seqsIn(found)).toEqual(seqs)
  })

  test('with a bit flipped in any byte a file loses at most the record that was hit', async () => {
    const { whole, places, losesOnlyTheHit } = await sample()
    const near = headerOffsets.flatMap(offset => range(offset, offset + headerBytes[version] + 8))
    const far = version === 1 ? [] : range(recordsEnd(whole.length), recordsEnd(whole.length) + 320)
    const used = [...near, ...far, ...places.flatMap(({ start, end }) => range(start, end))]
    // A checksum or a seal sees each bit of a byte alike: another one in each byte is as telling as all eight, in an eighth of the time.
    const bits = used.map(offset => offset * 8 + (offset % 8))

    expect(await without(bits, losesOnlyTheHit)).toEqual([])
  })

  test('a bit flipped in the empty space loses nothing', async () => {
    const { whole, losesOnlyTheHit } = await sample()
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length * 8 - 1), async bit => {
        expect(await losesOnlyTheHit(bit)).toBe(true)
      }),
    )
  })

  test('a record hit before the last one is counted', async () => {
    const { places, flipped, seqs } = await sample()
    for (const [index, { start }] of places.slice(0, -1).entries()) {
      const found = await scan(flipped((start + 50) * 8))
      expect(found).toMatchObject({ damaged: 1, isClean: false })
      expect(seqsIn(found)).toEqual(seqs.filter(seq => seq !== index + 1))
    }
  })

  test('damage to the last record is a torn tail when it was appended, a lost record when compaction put it there', async () => {
    const { places, flipped } = await sample()
    const last = places.at(-1)?.start ?? 0
    expect(await scan(flipped((last + 50) * 8))).toMatchObject({ damaged: 0, isTailTorn: true, isClean: false })

    const compacted = await sampleFile({ version, copied })
    compacted.bytes.fill(0, compacted.places[1]?.start)
    expect(await scan(compacted.bytes)).toMatchObject({ damaged: 2, isTailTorn: false, isClean: false })
  })

  test('cut at any byte a file keeps every record before the cut, and says that it is cut', async () => {
    const { whole, places, seqsBefore } = await sample()
    const told = headerOffsets.flatMap(offset => range(offset, offset + headerBytes[version] + 8))
    const records = places.flatMap(({ start, end }) => range(start, end + 1))
    const empty = range(0, whole.length).filter(length => length % 61 === 0 || length === whole.length - 1)
    const wrong = await without([...told, ...records, ...empty], async length => {
      const found = await scan(whole.subarray(0, length))
      // Shorter than one header copy the file cannot know its size; recovery knows it from the other file.
      return found.isTailTorn === length >= headerBytes[version] && isDeepStrictEqual(seqsIn(found), seqsBefore(length))
    })
    expect(wrong).toEqual([])
  })

  test('zeroed from any byte on a file keeps every record before that byte', async () => {
    const { whole, places, seqsBefore } = await sample()
    const offsets = places.flatMap(({ start, end }) => range(start, end + 1))
    const wrong = await without(offsets, async offset => {
      const torn = await scan(Buffer.from(whole).fill(0, offset))
      return isDeepStrictEqual(seqsIn(torn), seqsBefore(offset))
    })
    expect(wrong).toEqual([])
  })

  test('without either near header copy the records are still found', async () => {
    const { whole, seqs } = await sample()
    const headless = await scan(Buffer.from(whole).fill(0xee, 0, RECORDS_START))
    expect(headless).toMatchObject({ damagedHeaders: 2, isClean: false })
    expect(seqsIn(headless)).toEqual(seqs)
  })

  test('what an earlier life of the file left behind is not read', async () => {
    const fileId = Buffer.from('of-befor')
    const earlier = await sampleFile({ version, fileId, copied: [...copied, ...appended.flat()] })
    const now = await sampleFile({ version, copied: [operation(1)] })
    earlier.bytes.set(now.bytes.subarray(0, now.places[0]?.end))

    expect((await scan(earlier.bytes)).records).toHaveLength(1)
  })
})

test('records that the key does not open are counted, and the file says that it is locked', async () => {
  const { bytes, places } = await sampleFile({ copied, appended })
  const locked = await scanFile(bytes, async () => undefined)
  expect(locked).toMatchObject({ isLocked: true, records: [], damaged: places.length, lastSeq: places.length })
})

test('with all header copies lost the records are counted, and none is made up', async () => {
  const { bytes, places } = await sampleFile({ copied, appended })
  const headless = bytes.fill(0xee, 0, RECORDS_START).fill(0, recordsEnd(bytes.length))
  expect(await scan(headless)).toMatchObject({
    header: undefined,
    records: [],
    damaged: places.length,
    isLocked: false,
  })
})

test('a record of version 1 put into a sealed file is not read', async () => {
  const plain = await sampleFile({ version: 1, copied: [operation(77)] })
  const sealed = await sampleFile({ copied: [operation(1)] })
  sealed.bytes.set(plain.bytes.subarray(plain.places[0]?.start, plain.places[0]?.end), RECORDS_START + PAGE_BYTES)
  expect(seqsIn(await scan(sealed.bytes))).toEqual([1])
})

test('a record moved to another place in the file, or to another file of the same key, is not read', async () => {
  const { bytes, places } = await sampleFile({ copied: [operation(1), operation(2)] })
  const moved = Buffer.from(bytes)
  const [first, second] = places
  moved.writeUInt32LE(5, (first?.start ?? 0) + 16)
  moved.fill(0, second?.start, second?.end)
  expect(seqsIn(await scan(moved))).toEqual([])
})

test('a far header copy of an earlier life of the file is no damage', async () => {
  const earlier = await sampleFile({ generation: 3, fileId: Buffer.from('of-befor') })
  const { bytes, places } = await sampleFile({ generation: 4, copied })
  bytes.set(earlier.bytes.subarray(recordsEnd(bytes.length)), recordsEnd(bytes.length))
  expect(await scan(bytes)).toMatchObject({ isClean: true, damagedHeaders: 0 })
  expect((await scan(bytes)).records).toHaveLength(places.length)
})

test('a file that grew after it was written is read whole', async () => {
  const { bytes, places } = await sampleFile({ copied, appended })
  const grown = Buffer.concat([bytes, Buffer.alloc(4 * PAGE_BYTES)])
  expect((await scan(grown)).records).toHaveLength(places.length)
  const headless = Buffer.from(grown).fill(0xee, 0, RECORDS_START)
  expect((await scan(headless)).records).toHaveLength(places.length)
})

test('any bytes at all are read without an error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async junk => {
      expect((await scan(Buffer.from(junk))).records).toEqual([])
    }),
  )
})

test('a file of zeros, or of nothing, is clean and empty', async () => {
  for (const bytes of [Buffer.alloc(RECORDS_START * 2), Buffer.alloc(0)]) {
    expect(await scan(bytes)).toMatchObject({ header: undefined, records: [], isClean: true })
  }
})
