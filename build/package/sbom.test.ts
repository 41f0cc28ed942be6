import { expect, test } from 'vitest'
import { libraryParts, runtimeParts } from './parts.mjs'
import { sbom } from './sbom.mjs'

const inventory = {
  name: 'guichet-kiosk',
  version: '0.1.0',
  license: 'EUPL-1.2',
  at: '2026-11-23T06:29:00.000Z',
  parts: [{ name: 'electron', version: '33.2.1', license: 'MIT' }],
  packages: [
    {
      name: '@hpke/core',
      version: '1.9.0',
      license: 'MIT',
      place: 'node_modules/@hpke/core',
      integrity: 'sha512-AAEC',
    },
    { name: 'zod', version: '4.6.7', license: '(MIT OR CC0-1.0)', place: 'node_modules/zod', integrity: undefined },
  ],
}

test('names each part with version, licence and checksum', () => {
  const bill = JSON.parse(sbom(inventory)) as Record<string, unknown>
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { timestamp: inventory.at } })
  expect(bill['components']).toMatchObject([
    { type: 'framework', name: 'electron', purl: 'pkg:generic/electron@33.2.1' },
    {
      group: '@hpke',
      name: 'core',
      purl: 'pkg:npm/%40hpke/core@1.9.0',
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-512', content: '000102' }],
    },
    { name: 'zod', licenses: [{ expression: '(MIT OR CC0-1.0)' }] },
  ])
})

test('the same inventory gives the same bill, another one another number', () => {
  expect(sbom(inventory)).toBe(sbom(inventory))
  const number = (text: string) => (JSON.parse(text) as { serialNumber: string }).serialNumber
  expect(number(sbom({ ...inventory, version: '0.1.1' }))).not.toBe(number(sbom(inventory)))
  expect(number(sbom(inventory))).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('Chromium’s own OpenSSL is called by its name', () => {
  const inside = new Map([
    ['chrome', '130.0.6723.137'],
    ['openssl', '0.0.0'],
  ])
  expect(runtimeParts(inside).map(({ name, version }) => `${name} ${version}`)).toEqual([
    'chromium 130.0.6723.137',
    'boringssl 130.0.6723.137',
  ])
})

test('libraries that come along are named, PostgreSQL’s own are not', () => {
  const files = ['libpq.so.5.18', 'libcrypto.so.1.1', 'libicuuc.so.60.2', 'postgresql', 'libpgport.a']
  expect(libraryParts(files).map(({ name, version }) => `${name} ${version}`)).toEqual([
    'libcrypto 1.1',
    'libicuuc 60.2',
  ])
})
