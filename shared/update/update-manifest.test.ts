import { expect, test } from 'vitest'
import { aManifest } from './testing/a-manifest.ts'
import { manifestText, updateManifestSchema } from './update-manifest.ts'

test('is written one name a line, in one order, and read back', () => {
  const text = manifestText(aManifest())
  expect(updateManifestSchema.parse(JSON.parse(text))).toEqual(aManifest())
  const shuffled = Object.fromEntries(Object.entries(aManifest()).toReversed()) as ReturnType<typeof aManifest>
  expect(manifestText(shuffled)).toBe(text)
  expect(text.split('\n').filter(line => /^ {2}"\w+": (?:\d+|"[^",]*"),?$/.test(line))).toHaveLength(
    Object.keys(aManifest()).length,
  )
})

test.each([
  ['another purpose', { purpose: 'sums' }],
  ['a version that is a path', { version: '../../etc' }],
  ['a size beyond all measure', { size: 2 ** 40 }],
  ['a field nobody knows', { run: 'rm' }],
  ['a sum that is none', { sha256: 'x' }],
])('refuses %s', (_what, changed) => {
  expect(updateManifestSchema.safeParse({ ...aManifest(), ...changed }).success).toBe(false)
})
