import { expect, test } from 'vitest'
import { endOfFresh, writeAfresh } from './compaction.ts'
import { headerOffsets, PAGE_BYTES, RECORDS_START, recordsEnd } from '#shared/journal/file-header.ts'
import { scanFile } from '#shared/journal/file-scan.ts'
import { operation } from '#shared/journal/testing/sample-records.ts'
import { openAsTerminal, sampleKeys } from '#shared/journal/testing/sample-keys.ts'
import { createFreshFiles } from './fresh-file.ts'
import { SimulatedDisk } from './testing/simulated-disk.ts'

const capacityBytes = 8 * PAGE_BYTES
const records = [4, 7].map(seq => ({ seq, at: '2026-03-14T09:26:53.589Z', ...operation(seq) }))
const content = {
  records,
  ...(await createFreshFiles(sampleKeys)({ generation: 3, nextSeq: 9, copied: records.length, capacityBytes })),
}

async function writtenOver(before: Buffer) {
  const disk = new SimulatedDisk()
  disk.put('file', before)
  const end = await writeAfresh(await disk.fileSystem.open('file'), content)
  return { disk, end, scan: await scanFile(disk.contentOf('file'), openAsTerminal) }
}

test('a fresh file holds the records and nothing of what was there before', async () => {
  const { disk, end, scan } = await writtenOver(Buffer.alloc(capacityBytes, 0xee))

  expect(scan).toMatchObject({
    records,
    isClean: true,
    header: { generation: 3, nextSeq: 9, copied: 2, capacityBytes },
  })
  expect(end).toBe(endOfFresh(records))
  expect(
    disk
      .contentOf('file')
      .subarray(end, recordsEnd(capacityBytes))
      .every(byte => byte === 0),
  ).toBe(true)
})

test('records are synced before the first header copy is written, and each copy before the next', async () => {
  const { disk } = await writtenOver(Buffer.alloc(capacityBytes))
  const steps = disk.calls.map(({ name, position }) => (name === 'write' ? `write ${position}` : name))

  const [first, second] = headerOffsets
  const third = recordsEnd(capacityBytes)
  expect(steps).toEqual([
    'open',
    `write ${RECORDS_START}`,
    'fdatasync',
    `write ${first}`,
    'fdatasync',
    `write ${second}`,
    'fdatasync',
    `write ${third}`,
    'fdatasync',
  ])
})

test('a fresh file takes no byte more than the old one had', async () => {
  const { disk } = await writtenOver(Buffer.alloc(capacityBytes))
  expect(disk.contentOf('file')).toHaveLength(capacityBytes)
})

test('nothing of a record lies in clear', async () => {
  const { disk } = await writtenOver(Buffer.alloc(capacityBytes))
  expect(disk.contentOf('file').toString('latin1')).not.toMatch(/canteen|line 4/)
})
