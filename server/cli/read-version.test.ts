import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readVersion } from './read-version.ts'

test.each([
  [
    'a package',
    '{"name":"guichet-server","version":"0.2.0-dev.20261123062900.gab12cd34"}',
    '0.2.0-dev.20261123062900.gab12cd34',
  ],
  ['a checkout', '{"name":"guichet","version":"0.2.0","type":"module"}', '0.2.0'],
  ['a file that says nothing', '{}', 'unknown'],
  ['a file that would write on the screen', '{"version":"\\u001b[2J"}', 'unknown'],
])('the version is that of what the program lies in: %s', async (_what, text, version) => {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-version-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'dist', 'server'), { recursive: true })
  await writeFile(join(folder, 'package.json'), text)
  expect(readVersion(join(folder, 'dist', 'server'))).toBe(version)
})

test('alone in the world it has none', () => {
  expect(readVersion('/nowhere/dist/server')).toBe('unknown')
})
