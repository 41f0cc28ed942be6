import { existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { bringBack, ownedBy } from './bring-back.mjs'
import { capture } from './process.mjs'

const myself = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }

test('brings the outputs of a run back, and nothing else', async () => {
  const copy = temporaryFolder({
    'bench-results.json': '{}',
    'docs/pictures/home.png': 'png',
    'test-results/order/trace.zip': 'zip',
    'server/app.ts': 'changed by the account',
    '.guichet/state': '',
  })
  const checkout = temporaryFolder({ 'server/app.ts': 'as it was', 'docs/guide.md': '' })
  await bringBack(checkout, copy, myself)
  expect(readFileSync(path.join(checkout, 'bench-results.json'), 'utf8')).toBe('{}')
  expect(readFileSync(path.join(checkout, 'docs/pictures/home.png'), 'utf8')).toBe('png')
  expect(readFileSync(path.join(checkout, 'test-results/order/trace.zip'), 'utf8')).toBe('zip')
  expect(readFileSync(path.join(checkout, 'server/app.ts'), 'utf8')).toBe('as it was')
  expect(existsSync(path.join(checkout, '.guichet'))).toBe(false)
})

test('gives everything to the owner of the checkout', async () => {
  const copy = temporaryFolder({ 'test-results/order/trace.zip': 'zip' })
  const checkout = temporaryFolder()
  await bringBack(checkout, copy, myself)
  const { uid } = statSync(checkout)
  for (const place of ['test-results', 'test-results/order', 'test-results/order/trace.zip']) {
    expect(statSync(path.join(checkout, place)).uid).toBe(uid)
  }
})

test('an archive says that its files are the owner’s, whoever packs it', async () => {
  const folder = temporaryFolder({ 'a.deb': 'deb' })
  const packed = path.join(folder, 'packed.tar')
  await capture('tar', ['--create', `--file=${packed}`, ...ownedBy({ uid: 4321, gid: 5432 }), 'a.deb'], { cwd: folder })
  expect(await capture('tar', ['--list', '--verbose', '--numeric-owner', `--file=${packed}`])).toContain(' 4321/5432 ')
})

test('leaves a link behind, even in place of a whole output', async () => {
  const secret = temporaryFolder({ key: 'secret' })
  const copy = temporaryFolder({ 'test-results/plain.txt': 'plain' })
  symlinkSync(path.join(secret, 'key'), path.join(copy, 'test-results/link.txt'))
  symlinkSync(path.join(secret, 'key'), path.join(copy, 'bench-results.json'))
  const checkout = temporaryFolder()
  await bringBack(checkout, copy, myself)
  expect(lstatSync(path.join(checkout, 'test-results/plain.txt')).isFile()).toBe(true)
  expect(existsSync(path.join(checkout, 'test-results/link.txt'))).toBe(false)
  expect(existsSync(path.join(checkout, 'bench-results.json'))).toBe(false)
})

test('does nothing when a run made nothing', async () => {
  await expect(bringBack(temporaryFolder(), temporaryFolder(), myself)).resolves.toBeUndefined()
})
