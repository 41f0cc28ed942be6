import { link, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stageFile, writeFileDurably } from './write-file-durably.ts'

let folder: string
let path: string
let elsewhere: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-durable-'))
  path = join(folder, 'sheet.html')
  elsewhere = join(folder, 'elsewhere')
  await writeFile(elsewhere, 'not to be touched')
})
afterEach(() => rm(folder, { recursive: true }))

test('a file is for its owner alone, and nothing else is left', async () => {
  await writeFileDurably(path, 'old')
  await writeFileDurably(path, 'new')
  expect(await readFile(path, 'utf8')).toBe('new')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readdir(folder)).toEqual(['elsewhere', 'sheet.html'])
})

test.each([
  ['a link in its place', () => symlink(elsewhere, path)],
  ['a link where it was written before', () => symlink(elsewhere, `${path}.new`)],
  ['a second name of another file', () => link(elsewhere, `${path}.new`)],
])('%s leads nowhere', async (_what, plant) => {
  await plant()
  await writeFileDurably(path, 'new')
  expect(await readFile(elsewhere, 'utf8')).toBe('not to be touched')
  expect(await readFile(path, 'utf8')).toBe('new')
})

test('where it fails nothing is left behind', async () => {
  await mkdir(path)
  await writeFile(join(path, 'in-the-way'), '')
  await expect(writeFileDurably(path, 'new')).rejects.toThrow('EISDIR')
  await expect(writeFileDurably(join(folder, 'none', 'sheet.html'), 'new')).rejects.toThrow('ENOENT')
  expect(await readdir(folder)).toEqual(['elsewhere', 'sheet.html'])
})

test('what is staged leaves what is there, until it is put there or dropped', async () => {
  await writeFileDurably(path, 'old')
  const [kept, dropped] = [await stageFile(path, 'new'), await stageFile(path, 'never')]
  expect(await readFile(path, 'utf8')).toBe('old')
  expect(await readFile(kept.stagedAs, 'utf8')).toBe('new')
  await dropped.drop()
  await kept.put()
  expect(await readFile(path, 'utf8')).toBe('new')
  expect(await readdir(folder)).toEqual(['elsewhere', 'sheet.html'])
})
