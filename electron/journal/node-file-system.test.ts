import { statSync, symlinkSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { nodeFileSystem } from './node-file-system.ts'

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-journal-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('a file gives back what was written, anywhere in it', async () => {
  const file = await nodeFileSystem.open(join(await temporaryFolder(), 'file'))
  onTestFinished(() => file.close())
  await file.write(Buffer.from('abcdef'), 4)
  await file.write(Buffer.from('XY'), 6)
  await file.fdatasync()

  const bytes = Buffer.alloc(6)
  await file.read(bytes, 4)
  expect(bytes.toString()).toBe('abXYef')
  expect(await file.size()).toBe(10)
})

test('reading behind the end is refused', async () => {
  const file = await nodeFileSystem.open(join(await temporaryFolder(), 'file'))
  onTestFinished(() => file.close())
  await expect(file.read(Buffer.alloc(1), 0)).rejects.toThrow('the file ends')
})

test('only this account can enter the folder and read the file', async () => {
  const folder = join(await temporaryFolder(), 'deep', 'er')
  await nodeFileSystem.makeFolder(folder)
  const file = await nodeFileSystem.open(join(folder, 'file'))
  await file.close()

  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'file')).mode & 0o777).toBe(0o600)
})

test('making a folder that is there changes nothing', async () => {
  const folder = await temporaryFolder()
  await nodeFileSystem.makeFolder(folder)
  expect(await nodeFileSystem.list(folder)).toEqual([])
})

test('a folder has one identity, whatever path leads to it', async () => {
  const folder = await temporaryFolder()
  const other = join(await temporaryFolder(), 'link')
  symlinkSync(folder, other)
  expect(await nodeFileSystem.identifyFolder(other)).toBe(await nodeFileSystem.identifyFolder(folder))
})

test('a link in the place of a file is not followed', async () => {
  const folder = await temporaryFolder()
  symlinkSync('/etc/passwd', join(folder, 'file'))
  await expect(nodeFileSystem.open(join(folder, 'file'))).rejects.toMatchObject({ code: 'ELOOP' })
})
