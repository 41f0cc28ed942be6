import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { enrolmentCodeSchema } from '../contracts/enrolment.ts'
import { codeFromBytes, ENROLMENT_CODE_BYTES, readCode, writeCode } from './code.ts'

const bytes = fc.uint8Array({ minLength: ENROLMENT_CODE_BYTES, maxLength: 32 })
const code = bytes.map(codeFromBytes)

/** Ways people have of typing a symbol. */
const confusions: Readonly<Record<string, readonly string[]>> = { '0': ['0', 'o', 'O'], '1': ['1', 'i', 'I', 'l', 'L'] }
const between = fc.constantFrom('', ' ', '-', '–', '—', '‑', '−', '_', '.', '  ', '\t', '\u00A0')

test('any bytes make a code', () => {
  fc.assert(
    fc.property(bytes, some => {
      expect(enrolmentCodeSchema.safeParse(codeFromBytes(some)).success).toBe(true)
    }),
  )
})

test('every bit of the five that count makes another code', () => {
  fc.assert(
    fc.property(bytes, fc.nat(ENROLMENT_CODE_BYTES - 1), fc.nat(4), (some, place, bit) => {
      const changed = Uint8Array.from(some, (byte, index) => (index === place ? byte ^ (1 << bit) : byte))
      expect(codeFromBytes(changed)).not.toBe(codeFromBytes(some))
    }),
  )
})

test('as it is written it is read', () => {
  fc.assert(
    fc.property(code, one => {
      expect(writeCode(one)).toMatch(/^\w{4}-\w{4}-\w{4}$/)
      expect(readCode(writeCode(one))).toBe(one)
    }),
  )
})

test('in whatever way it is typed it is the same code', () => {
  const typed = code.chain(one =>
    fc
      .tuple(
        ...Array.from(one, symbol =>
          fc.tuple(between, fc.constantFrom(...(confusions[symbol] ?? [symbol, symbol.toLowerCase()]))),
        ),
        fc.tuple(between, fc.constant('')),
      )
      .map(parts => ({ one, typed: parts.flat().join('') })),
  )
  fc.assert(
    fc.property(typed, ({ one, typed: text }) => {
      expect(readCode(text)).toBe(one)
    }),
  )
})

test.each(['', '7K2M', '7K2M-QX4D-9RT', '7K2M-QX4D-9RTAA', '7K2M-QX4D-9RTU', '7K2M-QX4D-9RT*', 'ÀK2M-QX4D-9RTA'])(
  'what is no code is none: %j',
  typed => {
    expect(readCode(typed)).toBeUndefined()
  },
)
