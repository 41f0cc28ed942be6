import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { ensureDependencyFolder, linkDependencies } from './dependency-folder.mjs'

const manifests = { 'package.json': '{}', 'package-lock.json': '{"packages":{}}' }

test('two checkouts that want the same share a folder', () => {
  const cache = temporaryFolder()
  const folder = ensureDependencyFolder(temporaryFolder(manifests), cache)
  expect(ensureDependencyFolder(temporaryFolder(manifests), cache)).toBe(folder)
  expect(readFileSync(path.join(folder, 'package-lock.json'), 'utf8')).toBe(manifests['package-lock.json'])
})

test('a folder that nobody has asked for in a fortnight goes', () => {
  const cache = temporaryFolder({ 'dependencies/old/node_modules/zod': '', 'dependencies/recent/node_modules/zod': '' })
  const longAgo = Date.now() / 1000 - 15 * 24 * 60 * 60
  utimesSync(path.join(cache, 'dependencies/old'), longAgo, longAgo)
  const folder = ensureDependencyFolder(temporaryFolder(manifests), cache)
  expect(existsSync(path.join(cache, 'dependencies/old'))).toBe(false)
  expect(existsSync(path.join(cache, 'dependencies/recent'))).toBe(true)
  expect(existsSync(folder)).toBe(true)
})

test('a checkout without packages gets a link to them, which follows them', () => {
  const checkout = temporaryFolder()
  linkDependencies(checkout, '/first')
  linkDependencies(checkout, '/second')
  expect(readlinkSync(path.join(checkout, 'node_modules'))).toBe('/second/node_modules')
})

test('packages that somebody installed by hand stay', () => {
  const checkout = temporaryFolder()
  mkdirSync(path.join(checkout, 'node_modules'))
  linkDependencies(checkout, '/first')
  expect(lstatSync(path.join(checkout, 'node_modules')).isDirectory()).toBe(true)
})
