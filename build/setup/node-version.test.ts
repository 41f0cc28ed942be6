import { expect, test } from 'vitest'
import { isNodeNewEnough } from './node-version.mjs'

test.each([
  ['the very version', '20.19.0', '>=20.19', true],
  ['a later minor version', '20.20.2', '>=20.19', true],
  ['a later major version', '22.0.0', '>=20.19', true],
  ['an earlier minor version', '20.9.0', '>=20.19', false],
  ['an earlier major version with a higher minor', '18.20.0', '>=20.19', false],
])('%s', (_name, version, range, isEnough) => {
  expect(isNodeNewEnough(version, range)).toBe(isEnough)
})
