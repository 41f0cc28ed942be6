import { expect, test } from 'vitest'
import { pageAddress } from './page-address.ts'

test('is one address, with the problem behind a hash', () => {
  expect(pageAddress()).toBe('guichet://kiosk/index.html')
  expect(pageAddress('CONFIGURATION_INVALID')).toBe('guichet://kiosk/index.html#problem=CONFIGURATION_INVALID')
})
