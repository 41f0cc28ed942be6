import { expect, test } from 'vitest'
import { parseFpmArguments } from './fpm-arguments.mjs'

test('reads what electron-builder writes for fpm', () => {
  const line =
    '-s dir --force -t deb -d libgtk-3-0 -d libnss3 --deb-compression xz --url=https://a/b=c --package /x.deb'
  const { options, depends, sources } = parseFpmArguments([...line.split(' '), '/made/linux-unpacked/=/opt/guichet'])
  expect(depends).toEqual(['libgtk-3-0', 'libnss3'])
  expect(sources).toEqual([{ from: '/made/linux-unpacked/', to: '/opt/guichet' }])
  expect(Object.fromEntries(options)).toEqual({
    s: 'dir',
    t: 'deb',
    'deb-compression': 'xz',
    url: 'https://a/b=c',
    package: '/x.deb',
  })
})
