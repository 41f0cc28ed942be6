import * as fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { headerOffsets, PAGE_BYTES, RECORDS_START } from './file-header.ts'
import { type FileScan, scanFile } from './file-scan.ts'
import { operation, settled } from './testing/sample-records.ts'
import { sampleFile } from './testing/sample-file.ts'

const copied = [operation(1), operation(2, 'é'.repeat(40)), settled(2, 'rejected')]
const appended = [[operation(4)], [operation(5), operation(6), settled(4, 'rejected')], [operation(8)]]
const { bytes: whole, places } = sampleFile({ copied, appended, capacityBytes: 6 * PAGE_BYTES })
const seqs = places.map((_place, index) => index + 1)

function seqsIn(scan: FileScan): readonly number[] {
  return scan.records.map(({ seq }) => seq)
}

function flipped(bit: number): Buffer {
  const bytes = Buffer.from(whole)
  bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
  return bytes
}

/** The number of the record that `offset` lies in, if any. */
function recordAt(offset: number): number | undefined {
  const index = places.findIndex(({ start, end }) => offset >= start && offset < end)
  return index === -1 ? undefined : index + 1
}

test('a whole file gives every record and is clean', () => {
  expect(scanFile(whole)).toMatchObject({ damaged: 0, damagedHeaders: 0, isTailTorn: false, isClean: true })
  expect(seqsIn(scanFile(whole))).toEqual(seqs)
})

test('with any one bit flipped a file loses at most the record that was hit', () => {
  const headers = headerOffsets.flatMap(offset => range(offset, offset + 64))
  const used = [...headers, ...places.flatMap(({ start, end }) => range(start, end))]
  const bits = used.flatMap(offset => range(offset * 8, offset * 8 + 8))

  expect(bits.filter(bit => !losesOnlyTheHit(bit))).toEqual([])
})

test('a bit flipped in the empty space loses nothing', () => {
  const bits = fc.nat(whole.length * 8 - 1)
  fc.assert(
    fc.property(bits, bit => {
      expect(losesOnlyTheHit(bit)).toBe(true)
    }),
  )
})

test('a record hit before the last one is counted', () => {
  for (const [index, { start }] of places.slice(0, -1).entries()) {
    const scan = scanFile(flipped((start + 50) * 8))
    expect(scan).toMatchObject({ damaged: 1, isClean: false })
    expect(scan.records).toHaveLength(seqs.length - 1)
    expect(scan.records.map(({ seq }) => seq)).not.toContain(index + 1)
  }
})

test('damage to the last record is a torn tail when it was appended, and a lost record when compaction put it there', () => {
  const last = places.at(-1)?.start ?? 0
  expect(scanFile(flipped((last + 50) * 8))).toMatchObject({ damaged: 0, isTailTorn: true, isClean: false })

  const compacted = sampleFile({ copied })
  compacted.bytes.fill(0, compacted.places[1]?.start)
  expect(scanFile(compacted.bytes)).toMatchObject({ damaged: 2, isTailTorn: false, isClean: false })
})

test('cut at any byte a file keeps every record before the cut, and says that it is cut', () => {
  const wrong = range(0, whole.length).filter(length => {
    const scan = scanFile(whole.subarray(0, length))
    // Shorter than one header copy the file cannot know its size; recovery knows it from the other file.
    return scan.isTailTorn !== length >= 52 || !isDeepStrictEqual(seqsIn(scan), seqsBefore(length))
  })
  expect(wrong).toEqual([])
})

test('zeroed from any byte on a file keeps every record before that byte', () => {
  const offsets = places.flatMap(({ start, end }) => range(start, end + 1))
  const wrong = offsets.filter(offset => {
    const torn = scanFile(Buffer.from(whole).fill(0, offset))
    return !isDeepStrictEqual(seqsIn(torn), seqsBefore(offset))
  })
  expect(wrong).toEqual([])
})

test('without either header copy the records are still found', () => {
  const headless = Buffer.from(whole).fill(0xee, 0, RECORDS_START)
  expect(scanFile(headless)).toMatchObject({ header: undefined, damagedHeaders: 2, isClean: false })
  expect(seqsIn(scanFile(headless))).toEqual(seqs)
})

test('what an earlier life of the file left behind is not read', () => {
  const earlier = sampleFile({ fileId: Buffer.from('of-before'), copied: [...copied, ...appended.flat()] })
  const bytes = Buffer.from(earlier.bytes)
  const { bytes: now, places: nowPlaces } = sampleFile({ copied: [operation(1)] })
  now.copy(bytes, 0, 0, nowPlaces[0]?.end)

  expect(scanFile(bytes).records).toHaveLength(1)
})

test('any bytes at all are read without an error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), junk => {
      expect(scanFile(Buffer.from(junk)).records).toEqual([])
    }),
  )
})

test('a file of zeros, or of nothing, is clean and empty', () => {
  expect(scanFile(Buffer.alloc(RECORDS_START * 2))).toMatchObject({ header: undefined, records: [], isClean: true })
  expect(scanFile(Buffer.alloc(0))).toMatchObject({ header: undefined, records: [], isClean: true })
})

function losesOnlyTheHit(bit: number): boolean {
  const hit = recordAt(bit >> 3)
  return isDeepStrictEqual(
    seqsIn(scanFile(flipped(bit))),
    seqs.filter(seq => seq !== hit),
  )
}

/** The numbers of the records that lie wholly before `offset`. */
function seqsBefore(offset: number): readonly number[] {
  return seqs.filter(seq => (places[seq - 1]?.end ?? 0) <= offset)
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_value, index) => from + index)
}
