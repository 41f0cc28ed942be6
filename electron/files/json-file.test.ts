import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createJsonFile } from './json-file.ts'

const schema = z.strictObject({ version: z.literal(1), names: z.array(z.string()) })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'guichet-json-'))
})
afterEach(() => rm(folder, { recursive: true }))

const open = (name = 'roster.json') => createJsonFile(path.join(folder, name), schema)

test('reads back what it wrote, in another run', async () => {
  await open().write({ version: 1, names: ['é'] })
  await open().write({ version: 1, names: ['b'] })
  expect(await open().read()).toEqual({ status: 'found', value: { version: 1, names: ['b'] } })
  expect(await readdir(folder)).toEqual(['roster.json'])
})

test('is for this account alone', async () => {
  await open().write({ version: 1, names: [] })
  expect((await stat(path.join(folder, 'roster.json'))).mode & 0o777).toBe(0o600)
})

test('says that there is none', async () => {
  expect(await open().read()).toEqual({ status: 'missing' })
})

test.each([
  ['cut off', '{"version":1,"na'],
  ['empty', ''],
  ['of another shape', '{"version":1,"names":[1]}'],
  ['with a field it does not know', '{"version":1,"names":[],"more":1}'],
  ['of a later version', '{"version":2,"names":[]}'],
])('sets a file aside that is %s', async (_name, text) => {
  const file = path.join(folder, 'roster.json')
  await writeFile(file, text)
  expect(await open().read()).toEqual({ status: 'broken', setAside: `${file}.broken` })
  expect(await readFile(`${file}.broken`, 'utf8')).toBe(text)
  expect(await open().read()).toEqual({ status: 'missing' })
})

test('says that the folder cannot be used, and leaves nothing behind', async () => {
  await writeFile(path.join(folder, 'in-the-way'), '')
  const file = createJsonFile(path.join(folder, 'in-the-way', 'roster.json'), schema)
  await expect(file.read()).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' })
  await expect(file.write({ version: 1, names: [] })).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' })
  expect(await readdir(folder)).toEqual(['in-the-way'])
})
