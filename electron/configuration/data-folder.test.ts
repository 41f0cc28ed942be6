import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { profileFolder } from './data-folder.ts'

let top: string
beforeEach(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'guichet-data-'))
})
afterEach(() => rm(top, { recursive: true }))

test('is the data folder, made for this account alone', async () => {
  const folder = path.join(top, 'a/b')
  expect(profileFolder(folder)).toBe(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

test('is a folder of its own where the data folder cannot be used', async () => {
  await writeFile(path.join(top, 'in-the-way'), '')
  const folder = profileFolder(path.join(top, 'in-the-way', 'data'))
  expect(folder.startsWith(top)).toBe(false)
  expect(await readdir(folder)).toEqual([])
  await rm(folder, { recursive: true })
})
