import { chmodSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { capture } from '../setup/process.mjs'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { packTar } from './archive.mjs'
import { sha256 } from './checksums.mjs'
import { controlText, makeDeb } from './make-deb.mjs'

const EPOCH = 1_795_000_000
const settings = {
  fields: new Map([
    ['Package', 'sample'],
    ['Version', '0.1.0~dev.1'],
    ['Architecture', 'all'],
    ['Maintainer', 'Nobody <nobody@localhost>'],
    ['Description', 'A sample'],
  ]),
  scripts: { postinst: '#!/bin/sh\nexit 0\n' },
  configuration: [],
  epoch: EPOCH,
}

test('makes a package that dpkg reads, all of it root’s and writable by nobody else', async () => {
  const root = temporaryFolder({ 'opt/sample/run': '#!/bin/sh\n' })
  chmodSync(path.join(root, 'opt/sample/run'), 0o777)
  const deb = path.join(temporaryFolder(), 'sample.deb')
  await makeDeb(root, deb, settings)
  expect(await capture('dpkg-deb', ['--field', deb, 'Version'])).toBe('0.1.0~dev.1\n')
  expect(await capture('dpkg-deb', ['--contents', deb])).toMatch(/-rwxr-xr-x root\/root +10 .* \.\/opt\/sample\/run/)
})

test('the same files make the same package and the same archive, whenever that is', async () => {
  const out = temporaryFolder()
  const sums = async (name: string) => {
    const root = temporaryFolder({ 'opt/sample/b': 'b', 'opt/sample/a': 'a' })
    await packTar(root, path.join(out, `${name}.tar.gz`), { name: 'sample', epoch: EPOCH })
    await makeDeb(root, path.join(out, `${name}.deb`), settings)
    return [await sha256(path.join(out, `${name}.tar.gz`)), await sha256(path.join(out, `${name}.deb`))]
  }
  expect(await sums('one')).toEqual(await sums('two'))
})

test('a description goes on in indented lines', () => {
  expect(
    controlText(
      new Map([
        ['Description', 'One\n\n two'],
        ['Homepage', ''],
      ]),
    ),
  ).toBe('Description: One\n .\n two\n')
})
