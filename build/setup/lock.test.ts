import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { withLock } from './lock.mjs'

test('lets one work at a time', async () => {
  const file = path.join(temporaryFolder(), 'set-up.lock')
  let inside = 0
  const work = async () => {
    inside += 1
    expect(inside).toBe(1)
    await Promise.resolve()
    inside -= 1
  }
  await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)])
  expect(existsSync(file)).toBe(false)
})

test('takes over the lock of a process that has died', async () => {
  const folder = temporaryFolder({ 'set-up.lock': '999999999' })
  const file = path.join(folder, 'set-up.lock')
  expect(await withLock(file, () => Promise.resolve(readFileSync(file, 'utf8')))).toBe(String(process.pid))
})

test('releases the lock when the work fails', async () => {
  const file = path.join(temporaryFolder(), 'made', 'set-up.lock')
  await expect(withLock(file, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
  expect(existsSync(file)).toBe(false)
})
