import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeProxyHeader, INMATE_TLV, TERMINAL_TLV, type Tlv } from './proxy-header.ts'

const START = '0d0a0d0a000d0a515549540a2111'
const ENDS = '7f0000017f00000100000000'

test.each<readonly [string, readonly Tlv[], string]>([
  ['no value', [], `${START}000c${ENDS}`],
  ['one value', [{ type: TERMINAL_TLV, value: 'A7' }], `${START}0011${ENDS}e000024137`],
  ['an empty value', [{ type: 0xe2, value: '' }], `${START}000f${ENDS}e20000`],
  ['a value of two bytes a letter', [{ type: INMATE_TLV, value: 'é' }], `${START}0011${ENDS}e10002c3a9`],
  [
    'two values, in their order',
    [
      { type: TERMINAL_TLV, value: 'T' },
      { type: INMATE_TLV, value: 'I' },
    ],
    `${START}0014${ENDS}e0000154e1000149`,
  ],
  ['a length above one byte', [{ type: 0xe0, value: 'x'.repeat(256) }], `${START}010f${ENDS}e00100${'78'.repeat(256)}`],
])('encodes %s', (_name, tlvs, bytes) => {
  expect(encodeProxyHeader(tlvs).toString('hex')).toBe(bytes)
})

test('refuses what the length cannot say', () => {
  expect(() => encodeProxyHeader([{ type: TERMINAL_TLV, value: 'x'.repeat(65_536) }])).toThrow(RangeError)
  expect(() => encodeProxyHeader([{ type: TERMINAL_TLV, value: 'x'.repeat(65_530) }])).toThrow(RangeError)
})

test('tells the length of exactly what follows', () => {
  const tlv = fc.record({ type: fc.integer({ min: 0xe0, max: 0xef }), value: fc.string({ unit: 'binary' }) })
  fc.assert(
    fc.property(fc.array(tlv, { maxLength: 5 }), tlvs => {
      const header = encodeProxyHeader(tlvs)
      expect(header.readUInt16BE(14)).toBe(header.length - 16)
    }),
  )
})
