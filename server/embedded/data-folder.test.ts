import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeDataFolder } from './data-folder.ts'

let parent: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'guichet-data-'))
})

afterEach(async () => {
  await rm(parent, { recursive: true })
})

test('is refused to a second server', async () => {
  const first = await takeDataFolder(join(parent, 'data'))
  await expect(takeDataFolder(join(parent, 'data'))).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' })
  await first.release()
})

test('is free again once released', async () => {
  await (await takeDataFolder(join(parent, 'data'))).release()
  const second = await takeDataFolder(join(parent, 'data'))
  expect(second.path).toBe(join(parent, 'data'))
  await second.release()
})

test('says so when it is not a folder one can write', async () => {
  await writeFile(join(parent, 'file'), '')
  await expect(takeDataFolder(join(parent, 'file', 'data'))).rejects.toMatchObject({ code: 'DATA_FOLDER_UNUSABLE' })
})

test('is free again after its server was killed', async () => {
  const name = createHash('sha256').update(join(parent, 'data')).digest('hex').slice(0, 32)
  const holder = spawn(process.execPath, [
    '-e',
    `require('net').createServer().listen('\\0guichet-server-${name}', () => console.log('held'))`,
  ])
  await once(holder.stdout, 'data')
  await expect(takeDataFolder(join(parent, 'data'))).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' })
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  await (await takeDataFolder(join(parent, 'data'))).release()
})
