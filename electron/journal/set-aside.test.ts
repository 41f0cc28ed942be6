import { expect, test } from 'vitest'
import { SET_ASIDE_LIMIT, setAside } from './set-aside.ts'
import { SimulatedDisk } from './testing/simulated-disk.ts'

test('a copy holds the bytes without the empty space, and is on the disk', async () => {
  const disk = new SimulatedDisk()
  const name = await setAside(disk.fileSystem, '/folder', Buffer.from('broken\0\0\0'))

  expect(name).toBe('journal-damaged-1.bin')
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

test('a full disk gives no copy, no remains and no error', async () => {
  const disk = new SimulatedDisk()
  disk.sizeBytes = 2
  expect(await setAside(disk.fileSystem, '/folder', Buffer.from('broken'))).toBeUndefined()
  expect(disk.names()).toEqual([])
})
