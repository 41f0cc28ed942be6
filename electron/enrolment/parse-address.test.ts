import { expect, test } from 'vitest'
import { parseAddress, writeAddress } from './parse-address.ts'

test.each([
  ['10.0.0.5', '10.0.0.5:7443'],
  ['10.0.0.5:8443', '10.0.0.5:8443'],
  [' https://Guichet.Prison.Local:7443/ ', 'guichet.prison.local:7443'],
  ['server:443', 'server:443'],
  ['[fd00::5]', '[fd00::5]:7443'],
])('%j is %s', (typed, address) => {
  expect(writeAddress(parseAddress(typed))).toBe(address)
})

test.each([
  '',
  ' ',
  'a b',
  'http://10.0.0.5',
  '10.0.0.5/path',
  'user@10.0.0.5',
  '10.0.0.5:0',
  '10.0.0.5:99999',
  'é.be',
  '::1',
])('%j is no address', typed => {
  expect(() => parseAddress(typed)).toThrow(expect.objectContaining({ code: 'ENROLMENT_ADDRESS_INVALID' }))
})
