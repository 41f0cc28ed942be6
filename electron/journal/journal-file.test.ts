import { statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { PAGE_BYTES } from '#shared/journal/file-header.ts'
import { readWhole } from '#shared/journal/journal-files.ts'
import { openPair, preallocate } from './journal-file.ts'
import { nodeFileSystem } from './node-file-system.ts'
import { diskError, SimulatedDisk } from './testing/simulated-disk.ts'

const MEBIBYTE = 1024 * 1024

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-journal-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('a preallocated file has the blocks its length promises', async () => {
  const path = join(await temporaryFolder(), 'file')
  const file = await nodeFileSystem.open(path)
  onTestFinished(() => file.close())

  await preallocate(file, 3 * MEBIBYTE + 5)

  const { size, blocks } = statSync(path)
  expect(size).toBe(3 * MEBIBYTE + 5)
  expect(blocks * 512).toBeGreaterThanOrEqual(size)
})

test('preallocation is on the disk when it resolves', async () => {
  const disk = new SimulatedDisk()
  const file = await disk.fileSystem.open('file')
  await preallocate(file, 2 * MEBIBYTE)
  expect(disk.calls.at(-1)).toMatchObject({ name: 'fdatasync', file: 'file' })
  await disk.fileSystem.syncFolder('.')
  expect(disk.afterPowerCut('none').contentOf('file')).toHaveLength(2 * MEBIBYTE)
})

test('preallocation leaves what a file holds, and adds what is missing', async () => {
  const disk = new SimulatedDisk()
  disk.put('file', Buffer.from('kept'))
  const file = await disk.fileSystem.open('file')
  await preallocate(file, 10)
  await preallocate(file, 6)
  expect(disk.contentOf('file')).toEqual(Buffer.from('kept\0\0\0\0\0\0'))
})

test('a page the disk cannot read does not take its neighbours with it', async () => {
  const disk = new SimulatedDisk()
  disk.put('file', Buffer.alloc(3 * PAGE_BYTES, 7))
  disk.beforeCall = ({ name, position = 0 }) => {
    if (name === 'read' && (position === 0 ? disk.calls.length < 3 : position === PAGE_BYTES)) throw diskError('EIO')
  }
  const bytes = Buffer.from(await readWhole(await disk.fileSystem.open('file')))

  expect(bytes.subarray(0, PAGE_BYTES)).toEqual(Buffer.alloc(PAGE_BYTES, 7))
  expect(bytes.subarray(PAGE_BYTES, 2 * PAGE_BYTES)).toEqual(Buffer.alloc(PAGE_BYTES, 0xff))
  expect(bytes.subarray(2 * PAGE_BYTES)).toEqual(Buffer.alloc(PAGE_BYTES, 7))
})

test('the first file is closed when the second cannot be opened', async () => {
  const disk = new SimulatedDisk()
  disk.beforeCall = ({ name, file }) => {
    if (name === 'open' && file === 'journal-b.bin') throw diskError('EACCES')
  }
  await expect(openPair(disk.fileSystem, '/folder')).rejects.toMatchObject({ code: 'EACCES' })
  expect(disk.calls.at(-1)).toEqual({ name: 'close', file: 'journal-a.bin' })
})
