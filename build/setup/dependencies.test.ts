import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { areDependenciesInstalled, dependenciesMatch, dependencyKey, npmEnvironment } from './dependencies.mjs'

const zod = { version: '4.6.7', integrity: 'sha512-z' }
const forMac = { version: '1.0.0', integrity: 'sha512-m', optional: true }

function lock(packages: Readonly<Record<string, object>>): string {
  return JSON.stringify({ lockfileVersion: 3, packages })
}

const wanted = lock({ '': { name: 'guichet' }, 'node_modules/zod': zod, 'node_modules/for-mac': forMac })

test('agrees when everything of the lock is installed', () => {
  expect(dependenciesMatch(wanted, lock({ 'node_modules/zod': zod, 'node_modules/for-mac': forMac }))).toBe(true)
})

test('lets a package for another system be missing', () => {
  expect(dependenciesMatch(wanted, lock({ 'node_modules/zod': zod }))).toBe(true)
})

test.each([
  ['a package is missing', {}],
  ['a package has another version', { 'node_modules/zod': { ...zod, version: '4.6.6' } }],
  ['a package has another checksum', { 'node_modules/zod': { ...zod, integrity: 'sha512-other' } }],
  ['an optional package has another version', { 'node_modules/zod': zod, 'node_modules/for-mac': zod }],
  ['a package is there that the lock does not have', { 'node_modules/zod': zod, 'node_modules/left': zod }],
])('disagrees when %s', (_name, packages) => {
  expect(dependenciesMatch(wanted, lock(packages))).toBe(false)
})

test('counts an installation that was cut off as none', () => {
  const folder = temporaryFolder({ 'package-lock.json': wanted, 'node_modules/zod/package.json': '{}' })
  expect(areDependenciesInstalled(folder)).toBe(false)
})

test('finds an installation that npm finished', () => {
  const installed = lock({ 'node_modules/zod': zod })
  const folder = temporaryFolder({ 'package-lock.json': wanted, 'node_modules/.package-lock.json': installed })
  expect(areDependenciesInstalled(folder)).toBe(true)
})

test('keeps what an outer npm says of its own package from an inner one', () => {
  const outer = { npm_package_name: 'guichet', npm_lifecycle_event: 'test', npm_config_registry: 'r', PATH: '/bin' }
  expect(npmEnvironment(outer)).toEqual({ npm_config_registry: 'r', PATH: '/bin' })
})

test('names the same dependencies alike, whatever else the package says', () => {
  const dependencies = { zod: '4.6.7' }
  const plain = { 'package-lock.json': wanted, 'package.json': JSON.stringify({ dependencies }) }
  const withScripts = { ...plain, 'package.json': JSON.stringify({ scripts: { test: 'x' }, dependencies }) }
  const withAnother = { ...plain, 'package.json': JSON.stringify({ dependencies: { ...dependencies, pg: '8.23.1' } }) }
  const withOtherLock = { ...plain, 'package-lock.json': lock({ 'node_modules/zod': zod }) }
  const withSettings = { ...plain, '.npmrc': 'ignore-scripts=true' }

  const key = dependencyKey(temporaryFolder(plain))
  expect(dependencyKey(temporaryFolder(withScripts))).toBe(key)
  for (const other of [withAnother, withOtherLock, withSettings]) {
    expect(dependencyKey(temporaryFolder(other))).not.toBe(key)
  }
})
