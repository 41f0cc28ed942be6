import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outsideServer } from '../bundle/outside-server.mjs'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { bundledPackages, placeOfSource } from './bundled-packages.mjs'

const map = (...sources: string[]) => JSON.stringify({ version: 3, sources, mappings: '' })

test('what maps name is inside, each once, and what lies there as a file', () => {
  const built = temporaryFolder({
    'main.js.map': map('../server/app.ts', '../node_modules/zod/v4/core.js', '../node_modules/pino/pino.js'),
    'chunks/a.js.map': map('../../node_modules/zod/v4/parse.js'),
    'pictures/apple.svg': '<svg/>',
  })
  const found = bundledPackages([built, '/nowhere'])
  expect(found.map(({ name }) => name)).toEqual(['@iconify-json/fluent-emoji-flat', 'pino', 'zod'])
  for (const { integrity } of found) expect(integrity).toMatch(/^sha512-/)
})

test.each([
  ['../../node_modules/zod/v4/core.js', 'node_modules/zod'],
  ['../../node_modules/@hpke/core/esm/mod.js', 'node_modules/@hpke/core'],
  ['../../../srv/node_modules/a/node_modules/@b/c/index.js', 'node_modules/a/node_modules/@b/c'],
  ['../../electron/main.ts', undefined],
])('%s lies in the package %s', (source, place) => {
  expect(placeOfSource(source)).toBe(place)
})

test.each(outsideServer)('%s, packaged as it is, needs no other package', name => {
  const description = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as Record<string, unknown>
  expect(description['dependencies']).toBeUndefined()
})
