import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { withDatabase } from './with-database.ts'

test('a command on a folder without a server says so, and makes none there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-no-server-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const mistyped = join(folder, 'serverr')
  const asked = withDatabase({ dataFolder: mistyped, databaseUrl: undefined }, () => Promise.resolve())
  await expect(asked).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' })
  expect(await readdir(folder)).toEqual([])
})
