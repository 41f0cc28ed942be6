import { expect, test } from 'vitest'
import { fallback } from '../setup/fallback-runtime.mjs'
import { markerName, readMarker } from '../setup/runtime-marker.mjs'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { refuseFallbackRuntime } from './refuse-fallback-runtime.mjs'

const marker = JSON.stringify({ ...fallback, binary: 'ab12' })

test('accepts the pinned runtime', () => {
  expect(() => refuseFallbackRuntime(temporaryFolder({ version: 'v45.4.1\n' }), '45.4.1')).not.toThrow()
})

test('refuses a marked runtime', () => {
  const dist = temporaryFolder({ version: fallback.electron, [markerName]: marker })
  expect(() => refuseFallbackRuntime(dist, '45.4.1')).toThrow('for development only')
})

test('refuses a marked runtime that claims to be the pinned one', () => {
  const dist = temporaryFolder({ version: '45.4.1', [markerName]: marker })
  expect(() => refuseFallbackRuntime(dist, '45.4.1')).toThrow('for development only')
})

test('refuses a runtime of another version', () => {
  expect(() => refuseFallbackRuntime(temporaryFolder({ version: '33.2.1' }), '45.4.1')).toThrow('holds 33.2.1')
})

test('refuses a runtime that does not tell its version', () => {
  expect(() => refuseFallbackRuntime(temporaryFolder(), '45.4.1')).toThrow('version')
})

test.each([
  ['is damaged', '{ "electron": '],
  ['lacks a field', '{ "electron": "33.2.1" }'],
])('does not take a marker that %s for none', (_name, text) => {
  const dist = temporaryFolder({ [markerName]: text })
  expect(() => readMarker(dist)).toThrow(/JSON|no source/)
})
