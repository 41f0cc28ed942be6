import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadStorageKey } from './storage-key.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-storage-key-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a key is made once, of 32 bytes, for this account alone', async () => {
  const key = await loadStorageKey(folder)
  expect(key).toHaveLength(32)
  expect(Buffer.from(await loadStorageKey(folder))).toEqual(Buffer.from(key))
  expect(await readdir(folder)).toEqual(['storage-key'])
  expect((await stat(join(folder, 'storage-key'))).mode & 0o777).toBe(0o600)
})

test('two terminals do not have the same', async () => {
  const first = Buffer.from(await loadStorageKey(folder))
  await rm(join(folder, 'storage-key'))
  expect(Buffer.from(await loadStorageKey(folder))).not.toEqual(first)
})

test.each([
  ['cut', Buffer.alloc(7)],
  ['too long', Buffer.alloc(33)],
])('a key that is %s is refused and left as it is', async (_name, bytes) => {
  const path = join(folder, 'storage-key')
  await writeFile(path, bytes)
  await expect(loadStorageKey(folder)).rejects.toMatchObject({ code: 'JOURNAL_UNAVAILABLE' })
  expect(await readFile(path)).toEqual(bytes)
})

test('a folder that cannot be used is said with its cause', async () => {
  await expect(loadStorageKey(join(folder, 'none'))).rejects.toMatchObject({
    code: 'JOURNAL_UNAVAILABLE',
    cause: { code: 'ENOENT' },
  })
})
