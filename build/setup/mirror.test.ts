import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from '../testing/temporary-folder.ts'
import { mirror } from './mirror.mjs'

const asMyself = {}

test('copies what is new or changed and nothing else', async () => {
  const checkout = temporaryFolder({ 'package.json': '{}', 'shared/errors/must.ts': 'must' })
  const copy = temporaryFolder()
  expect(await mirror(checkout, copy, asMyself)).toBe(2)
  expect(await mirror(checkout, copy, asMyself)).toBe(0)

  writeFiles(checkout, { 'package.json': '{ }' })
  expect(await mirror(checkout, copy, asMyself)).toBe(1)
  expect(readFileSync(path.join(copy, 'package.json'), 'utf8')).toBe('{ }')
  expect(readFileSync(path.join(copy, 'shared/errors/must.ts'), 'utf8')).toBe('must')
})

test('deletes what is gone, with the folders it leaves empty', async () => {
  const checkout = temporaryFolder({ kept: '', 'server/gone/a.ts': '', 'server/gone/deep/b.ts': '' })
  const copy = temporaryFolder()
  await mirror(checkout, copy, asMyself)
  rmSync(path.join(checkout, 'server'), { recursive: true })

  expect(await mirror(checkout, copy, asMyself)).toBe(2)
  expect(existsSync(path.join(copy, 'server'))).toBe(false)
  expect(existsSync(path.join(copy, 'kept'))).toBe(true)
})

test('leaves what each side makes for itself alone', async () => {
  const own = { 'node_modules/zod/index.js': '', 'dist/main.js': '', '.guichet/stamp': '', '.git/HEAD': '' }
  const checkout = temporaryFolder({ ...own, 'a.ts': '' })
  const copy = temporaryFolder({ 'dist/old.js': '', '.guichet/cluster/PG_VERSION': '18' })
  expect(await mirror(checkout, copy, asMyself)).toBe(1)
  expect(existsSync(path.join(copy, 'dist/old.js'))).toBe(true)
  expect(existsSync(path.join(copy, '.guichet/cluster/PG_VERSION'))).toBe(true)
  expect(existsSync(path.join(copy, 'node_modules'))).toBe(false)
})

test('keeps rights and times, so that nothing looks changed that is not', async () => {
  const checkout = temporaryFolder({ run: '#!/bin/sh' })
  const copy = temporaryFolder()
  chmodSync(path.join(checkout, 'run'), 0o755)
  utimesSync(path.join(checkout, 'run'), 1_700_000_000.25, 1_700_000_000.25)
  await mirror(checkout, copy, asMyself)
  const { mode, mtimeMs } = statSync(path.join(copy, 'run'))
  expect(mode & 0o777).toBe(0o755)
  expect(mtimeMs).toBe(1_700_000_000_250)
})

test('takes names that a shell would stumble over', async () => {
  const name = `a b\n'"$x`
  const checkout = temporaryFolder({ [name]: 'kept', '-rf': '' })
  const copy = temporaryFolder({ [`gone\n*`]: '', '-r': '' })
  await mirror(checkout, copy, asMyself)
  expect(readFileSync(path.join(copy, name), 'utf8')).toBe('kept')
  expect(existsSync(path.join(copy, '-rf'))).toBe(true)
  expect(existsSync(path.join(copy, 'gone\n*'))).toBe(false)
  expect(existsSync(path.join(copy, '-r'))).toBe(false)
})

test('puts a file where the copy has a link, without writing behind the link', async () => {
  const checkout = temporaryFolder({ 'a.ts': 'new' })
  const copy = temporaryFolder()
  const outside = temporaryFolder({ 'secret.ts': 'kept' })
  symlinkSync(path.join(outside, 'secret.ts'), path.join(copy, 'a.ts'))
  await mirror(checkout, copy, asMyself)
  expect(readFileSync(path.join(outside, 'secret.ts'), 'utf8')).toBe('kept')
  expect(readFileSync(path.join(copy, 'a.ts'), 'utf8')).toBe('new')
})

test('puts a folder where the copy has a file', async () => {
  const checkout = temporaryFolder({ 'gate/gate.ts': 'new' })
  const copy = temporaryFolder({ gate: 'old' })
  await mirror(checkout, copy, asMyself)
  expect(readFileSync(path.join(copy, 'gate/gate.ts'), 'utf8')).toBe('new')
})

test('copies a link as a link', async () => {
  const checkout = temporaryFolder({ target: 'x' })
  const copy = temporaryFolder()
  mkdirSync(path.join(checkout, 'docs'))
  symlinkSync('../target', path.join(checkout, 'docs/link'))
  await mirror(checkout, copy, asMyself)
  writeFileSync(path.join(copy, 'target'), 'of the copy')
  expect(readFileSync(path.join(copy, 'docs/link'), 'utf8')).toBe('of the copy')
})
