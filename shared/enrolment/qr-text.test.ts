import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeFromBytes, ENROLMENT_CODE_BYTES } from './code.ts'
import { readEnrolmentQr, writeEnrolmentQr } from './qr-text.ts'

const code = codeFromBytes(new Uint8Array(ENROLMENT_CODE_BYTES))
const fingerprint = 'ab'.repeat(32)
const text = `GUICHET:1:10.0.0.5:7443:${code}:${fingerprint.toUpperCase()}`

const host = fc.oneof(
  fc.ipV4(),
  fc.ipV6().map(address => `[${address}]`),
  fc.domain(),
)
const told = fc.record({
  url: fc
    .tuple(host, fc.integer({ min: 1, max: 65_535 }))
    .map(([name, port]) => new URL(`https://${name}:${port}`).origin),
  code: fc.uint8Array({ minLength: ENROLMENT_CODE_BYTES, maxLength: ENROLMENT_CODE_BYTES }).map(codeFromBytes),
  fingerprint: fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map(bytes => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')),
})

test('says everything in signs of the alphanumeric mode', () => {
  expect(writeEnrolmentQr({ url: 'https://10.0.0.5:7443', code, fingerprint })).toBe(text)
})

test('what is written is read, in any case', () => {
  fc.assert(
    fc.property(told, fc.boolean(), (one, isLower) => {
      const written = writeEnrolmentQr(one)
      expect(written).toMatch(/^[0-9A-Z $%*+./:-]+$/)
      expect(readEnrolmentQr(isLower ? `${written.toLowerCase()}\n` : written)).toEqual(one)
    }),
  )
})

test.each([
  ['an empty text', ''],
  ['another one’s text', 'https://example.be'],
  ['another version', text.replace(':1:', ':2:')],
  ['no port', text.replace('7443', 'X')],
  ['a port that is none', text.replace('7443', '70000')],
  ['a short code', text.replace(code, '7K2M')],
  ['no fingerprint', text.slice(0, -65)],
  ['half a fingerprint', text.slice(0, -32)],
  ['a host with a path', text.replace('10.0.0.5', '10.0.0.5/X')],
  ['a host with a user', text.replace('10.0.0.5', 'A@10.0.0.5')],
])('%s is none', (_name, typed) => {
  expect(readEnrolmentQr(typed)).toBeUndefined()
})

test('whatever is typed, it throws nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map(rest => `GUICHET:1:${rest}:7443:${code}:${fingerprint}`),
      ),
      typed => {
        expect(() => readEnrolmentQr(typed)).not.toThrow()
      },
    ),
  )
})
