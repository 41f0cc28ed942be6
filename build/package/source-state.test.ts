import { expect, test } from 'vitest'
import { capture } from '../setup/process.mjs'
import { temporaryFolder, writeFiles } from '../testing/temporary-folder.ts'
import { readSource, refuseUncommitted, tellSource } from './source-state.mjs'

async function committed() {
  const folder = temporaryFolder({ 'a.txt': 'a' })
  const author = ['-c', 'user.name=Nobody', '-c', 'user.email=nobody@localhost']
  await capture('git', ['-C', folder, 'init', '--quiet'])
  await capture('git', ['-C', folder, 'add', 'a.txt'])
  const env = { ...process.env, GIT_COMMITTER_DATE: '2026-11-23T06:29:00Z' }
  await capture('git', ['-C', folder, ...author, 'commit', '--quiet', '--message=a'], { env })
  return folder
}

const sourceOf = async (folder: string) => readSource(await tellSource(folder))

test('a committed folder is told by its commit and that one’s time, and may be released', async () => {
  const source = await sourceOf(await committed())
  expect(source).toMatchObject({ committedAt: Date.UTC(2026, 10, 23, 6, 29) / 1000, isChanged: false })
  expect(source.commit).toMatch(/^[0-9a-f]{40}$/)
  expect(() => refuseUncommitted(source)).not.toThrow()
})

test.each([
  ['a changed file', { 'a.txt': 'b' }],
  ['a new file', { 'b.txt': 'b' }],
])('%s is in no release', async (_name, files) => {
  const folder = await committed()
  writeFiles(folder, files)
  const source = await sourceOf(folder)
  expect(source.isChanged).toBe(true)
  expect(() => refuseUncommitted(source)).toThrow('differ')
})

test('a folder without history is of no commit, and in no release', async () => {
  const source = await sourceOf(temporaryFolder())
  expect(source).toMatchObject({ commit: 'unknown', isChanged: true })
  expect(() => refuseUncommitted(source)).toThrow('no history')
})
