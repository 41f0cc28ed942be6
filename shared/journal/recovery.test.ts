import { expect, test } from 'vitest'
import { encodeHeader, type FileHeader, headerOffsets, PAGE_BYTES, RECORDS_START } from './file-header.ts'
import { scanFile } from './file-scan.ts'
import { liveRecords } from './live-records.ts'
import { recover } from './recovery.ts'
import { type MadeFile, sampleFile } from './testing/sample-file.ts'
import { openAsTerminal } from './testing/sample-keys.ts'
import { discarded, operation, settled } from './testing/sample-records.ts'

const blank = Buffer.alloc(8 * PAGE_BYTES)

/** Operations 1 to 4: 1 applied, 2 put away, 3 and 4 open. */
const older = await sampleFile({
  generation: 4,
  fileId: Buffer.from('of-before'),
  copied: [operation(1), operation(2), operation(3), operation(4)],
  appended: [[settled(1, 'applied')], [settled(2, 'rejected'), discarded(2)]],
})
/** Compacted from `older`, then one more: operations 3, 4 and 5. */
const newer = await sampleFile({
  generation: 5,
  firstSeq: 8,
  nextSeq: 8,
  copied: [operation(3), operation(4)],
  appended: [[operation(5)]],
})

async function recovered(first: Uint8Array, second: Uint8Array) {
  const scans = [await scanFile(first, openAsTerminal), await scanFile(second, openAsTerminal)] as const
  const { records, ...rest } = recover(scans, liveRecords)
  return { ...rest, payloads: records.map(({ payload }) => payload) }
}

function hit(file: MadeFile, record: number): Buffer {
  const bytes = Buffer.from(file.bytes)
  const start = file.places[record]?.start ?? 0
  return bytes.fill(0xee, start + 50, start + 54)
}

function payloadsOf(...numbers: readonly number[]): readonly unknown[] {
  return numbers.map(n => operation(n).payload)
}

test('two blank files are an empty journal', async () => {
  expect(await recovered(blank, blank)).toMatchObject({
    payloads: [],
    nextSeq: 1,
    nextGeneration: 1,
    suspects: [],
    report: { kept: 0, damaged: 0, restored: 0, truncatedTail: false, damagedHeaders: 0 },
  })
})

test.each([
  ['first', newer.bytes, older.bytes, 0],
  ['second', older.bytes, newer.bytes, 1],
] as const)(
  'the newer file speaks alone when it is whole, also as the %s',
  async (_place, first, second, activeIndex) => {
    expect(await recovered(first, second)).toMatchObject({
      activeIndex,
      payloads: payloadsOf(3, 4, 5),
      nextSeq: 11,
      nextGeneration: 6,
      suspects: [],
    })
  },
)

test('the newer file speaks alone when nothing was appended since', async () => {
  const compacted = await sampleFile({ generation: 5, firstSeq: 3, nextSeq: 8, copied: [operation(3), operation(4)] })
  expect(await recovered(older.bytes, compacted.bytes)).toMatchObject({ activeIndex: 1, payloads: payloadsOf(3, 4) })
})

test('an older file that is half overwritten is nobody’s concern while the newer is whole', async () => {
  const overwritten = Buffer.from(older.bytes).fill(0xee, RECORDS_START, RECORDS_START + 300)
  expect(await recovered(overwritten, newer.bytes)).toMatchObject({
    payloads: payloadsOf(3, 4, 5),
    suspects: [],
    report: { damaged: 0 },
  })
})

test('a record hit in the newer file comes back from the older one', async () => {
  const original = await sampleFile({ generation: 5, firstSeq: 3, nextSeq: 8, copied: [operation(3), operation(4)] })
  expect(await recovered(older.bytes, hit(original, 0))).toMatchObject({
    payloads: payloadsOf(3, 4),
    suspects: [1],
    report: { kept: 2, damaged: 1, restored: 1 },
  })
})

test('damage to the newer file brings back nothing that was settled or put away', async () => {
  const { payloads } = await recovered(older.bytes, hit(newer, 2))
  expect(payloads).not.toContainEqual(operation(1).payload)
  expect(payloads).not.toContainEqual(operation(2).payload)
})

test('a torn tail is reported, and its numbers are not used again', async () => {
  const torn = hit(newer, 2)
  const { report, nextSeq, payloads, suspects } = await recovered(torn, older.bytes)
  expect(report).toMatchObject({ damaged: 0, truncatedTail: true })
  expect(payloads).toEqual(payloadsOf(3, 4))
  expect(nextSeq).toBeGreaterThan(10)
  expect(suspects).toEqual([0])
})

test('without both near header copies the newer file still gives its records, and says so', async () => {
  const headless = Buffer.from(newer.bytes).fill(0xee, 0, RECORDS_START)
  const { payloads, report, suspects } = await recovered(headless, older.bytes)
  expect(payloads).toEqual(payloadsOf(3, 4, 5))
  expect(report.damagedHeaders).toBe(2)
  expect(suspects).toEqual([0])
})

test('without any header copy the key is lost, and the older file gives what it has', async () => {
  const headless = Buffer.from(newer.bytes)
    .fill(0xee, 0, RECORDS_START)
    .fill(0xee, 7 * PAGE_BYTES)
  const { payloads, report, suspects, nextSeq } = await recovered(headless, older.bytes)
  expect(payloads).toEqual(payloadsOf(3, 4))
  expect(report).toMatchObject({ damaged: 3, restored: 2, damagedHeaders: 2 })
  expect(suspects).toEqual([0])
  expect(nextSeq).toBeGreaterThan(10)
})

test('a journal of version 1 gives the same as one of version 2', async () => {
  const first = await sampleFile({
    version: 1,
    generation: 5,
    firstSeq: 8,
    nextSeq: 8,
    copied: [operation(3), operation(4)],
  })
  const { payloads, nextSeq } = await recovered(first.bytes, blank)
  expect({ payloads, nextSeq }).toEqual({ payloads: payloadsOf(3, 4), nextSeq: 10 })
})

test('one damaged header copy is reported and costs nothing', async () => {
  for (const offset of headerOffsets) {
    const bytes = Buffer.from(newer.bytes).fill(0xee, offset, offset + 4)
    expect(await recovered(bytes, older.bytes)).toMatchObject({
      payloads: payloadsOf(3, 4, 5),
      suspects: [0],
      report: { damagedHeaders: 1, damaged: 0 },
    })
  }
})

test.each([
  ['is missing', Buffer.alloc(0)],
  ['is cut inside its header', newer.bytes.subarray(0, 30)],
])('when the newer file %s the older one speaks, it is reported, and no number comes again', async (_name, rest) => {
  const { payloads, report, nextSeq } = await recovered(older.bytes, rest)
  expect(payloads).toEqual(payloadsOf(3, 4))
  expect(report.damagedHeaders).toBe(2)
  expect(nextSeq).toBeGreaterThan(10)
})

test('a file of a later version is refused, not overwritten', async () => {
  const facts = { generation: 9, nextSeq: 1, copied: 0, capacityBytes: 1 }
  const header: FileHeader = { version: 3, fileId: Buffer.from('a-random'), ...facts, dataKey: undefined }
  const later = Buffer.from(newer.bytes)
  later.set(encodeHeader(header))
  await expect(recovered(older.bytes, later)).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' })
})
