import { expect, test } from 'vitest'
import { installLine, missingPackages, packagesMissingError } from './debian-packages.mjs'

const listing = [
  'ii \tlibnss3\t',
  'ii \tlibgtk-3-0t64\tlibgtk-3-0 (= 3.24.41), gtk3-binver-3.0.0',
  'rc \tlibgbm1\t',
  'iU \tlibasound2\t',
  'ii \txvfb\txserver',
].join('\n')

test('finds nothing missing among installed packages', () => {
  expect(missingPackages(['libnss3', 'xvfb'], listing)).toEqual([])
})

test('takes a package that provides a name for the one of that name', () => {
  expect(missingPackages(['libgtk-3-0', 'xserver', 'gtk3-binver-3.0.0'], listing)).toEqual([])
})

test('counts a package as missing that was removed, half-installed or never there', () => {
  expect(missingPackages(['libgbm1', 'libasound2', 'libcups2', 'libnss3'], listing)).toEqual([
    'libgbm1',
    'libasound2',
    'libcups2',
  ])
})

test('counts everything as missing when nothing is installed', () => {
  expect(missingPackages(['xvfb'], '')).toEqual(['xvfb'])
})

test('tells a person without root the one line to run', () => {
  expect(packagesMissingError(['xvfb', 'libnss3']).message.split('\n').at(-1)).toBe(
    `  sudo sh -c '${installLine(['xvfb', 'libnss3'])}'`,
  )
  expect(installLine(['xvfb', 'libnss3'])).toMatch(/^apt-get update && apt-get install .* xvfb libnss3$/)
})
