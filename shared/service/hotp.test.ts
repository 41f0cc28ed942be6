import { expect, test } from 'vitest'
import { bytesToBase64url } from '../sealing/base64url.ts'
import { createCodeAt } from './hotp.ts'
import { serviceSecretSchema } from './service-code.ts'

/** Of RFC 6238, appendix B: TOTP is HOTP with the time as its counter, and its SHA-256 secret has 32 bytes as ours. */
const secret = serviceSecretSchema.parse(bytesToBase64url(new TextEncoder().encode('12345678901234567890123456789012')))

test.each([
  [0x1, '46119246'],
  [0x23523ec, '68084774'],
  [0x23523ed, '67062674'],
  [0x273ef07, '91819424'],
  [0x3f940aa, '90698825'],
])('counter %d has the code the standard says', (counter, code) => {
  expect(createCodeAt(secret)(counter)).toBe(code)
})

test('a code keeps the zeros it begins with', () => {
  const codes = Array.from({ length: 200 }, (_, counter) => createCodeAt(secret)(counter))
  expect(codes.filter(code => code.startsWith('0')).length).toBeGreaterThan(0)
  expect(codes.filter(code => !/^[0-9]{8}$/.test(code))).toEqual([])
})
